/** Who says it. */
export type Tool = 'lens' | 'cdxgen';

/** One model that a tool says a repository uses. */
export interface Claim {
  /** As the tool writes it, without the library's prefix. */
  readonly id: string;
  /** All names that it goes by, in lower case: an id that the hub moved has two. */
  readonly names: readonly string[];
  readonly isHubId: boolean;
  /** `file:line`, the first. */
  readonly place: string;
}

/** Splits the claims of two tools. A claim that any name of the other side matches is of both. */
export function compareClaims(lens: readonly Claim[], cdxgen: readonly Claim[]) {
  const namesOf = (claims: readonly Claim[]) => new Set(claims.flatMap(({ names }) => names));
  const [ofLens, ofCdxgen] = [namesOf(lens), namesOf(cdxgen)];
  return {
    both: lens.filter(({ names }) => names.some((name) => ofCdxgen.has(name))),
    lens: lens.filter(({ names }) => !names.some((name) => ofCdxgen.has(name))),
    cdxgen: cdxgen.filter(({ names }) => !names.some((name) => ofLens.has(name))),
  };
}

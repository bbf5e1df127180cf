/** What the two sides of `bench:realcode` say, and a random sample that is the same for the same seed. */

/** A line of `bench/ast/check.py`. */
export interface AstCall {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly loader: string;
  readonly id: string;
}

/** A usage in the command line's JSON, as far as it is compared. */
export interface ReportedUsage {
  readonly file: string;
  readonly cell: number | null;
  readonly line: number;
  readonly endLine: number;
  readonly loader: string;
  readonly part: string;
  readonly resolution: string;
  readonly implicit: boolean;
  readonly written: readonly string[];
  readonly models: readonly (string | null)[];
  readonly peatmoss: readonly (string | null)[];
  readonly reason: string | null;
  readonly trace: readonly { readonly step: string; readonly file: string; readonly line: number }[];
}

/** The command line's JSON, as far as it is compared. */
export interface Report {
  readonly files: { readonly scanned: number; readonly skipped: readonly { file: string; reason: string }[] };
  readonly usages: readonly ReportedUsage[];
}

/** `count` of `items`, drawn without repetition. */
export function sampleOf<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = generator(seed);
  const left = [...items];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0)
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** Numbers in [0, 1) from a linear congruential generator: no cryptography, but the same ones on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

import type { SignatureFamily } from './signature';

/** The words whose presence in a file decides whether it may hold a usage. */
export interface Needles {
  /** All words that are looked for. */
  readonly words: ReadonlySet<string>;
  /** Words each of which suffices: last names of loaders that mean nothing else (`from_pretrained`). */
  readonly telling: ReadonlySet<string>;
  /**
   * Import root -> the words of its loaders' dotted names that mean much else (`hub` and `load` of `torch.hub.load`): with all
   * the words of one they suffice. Null: the root alone.
   */
  readonly together: ReadonlyMap<string, readonly (readonly string[])[] | null>;
}

/** Whether a loader's last name is rare enough to stand for the loader alone. */
export function isTelling(name: string): boolean {
  return name.length >= 10 && (/_/.test(name) || /^[A-Z].*[a-z].*[A-Z]/.test(name));
}

/** The segments of a dotted name that are words, and no wildcards. */
export function plainSegments(call: string): string[] {
  return call.split('.').filter((segment) => !segment.includes('*'));
}

/** The needles of the Python families, derived from the tables: a library that is added there is looked for here. */
export function needlesOf(families: readonly SignatureFamily[]): Needles {
  const telling = new Set<string>();
  const together = new Map<string, string[][] | null>();
  for (const { language, roots, loaders } of families) {
    if (language !== 'python') continue;
    for (const { call } of loaders) {
      for (const each of typeof call === 'string' ? [call] : call) addLoader(each, roots, telling, together);
    }
  }
  const names = [...together.values()].flatMap((each) => each?.flat() ?? []);
  return { words: new Set([...telling, ...together.keys(), ...names]), telling, together };
}

function addLoader(
  call: string,
  roots: readonly string[],
  telling: Set<string>,
  together: Map<string, string[][] | null>,
): void {
  const words = plainSegments(call);
  const last = words.at(-1);
  if (last !== undefined && call.endsWith(last) && isTelling(last)) {
    telling.add(last);
    return;
  }
  for (const root of roots) {
    const known = together.get(root);
    if (known === null) continue;
    together.set(root, words.length === 0 ? null : withWords(known ?? [], words));
  }
}

/** The groups with one more, without those that hold all of another. */
function withWords(groups: readonly string[][], words: string[]): string[][] {
  const holds = (group: readonly string[], other: readonly string[]) =>
    other.every((word) => group.includes(word));
  if (groups.some((group) => holds(words, group))) return [...groups];
  return [...groups.filter((group) => !holds(group, words)), words];
}

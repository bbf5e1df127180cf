import type { SignatureFamily } from './signature';

/** The words whose presence in a file decides whether it may hold a usage. */
export interface Needles {
  /** All words that are looked for. */
  readonly words: ReadonlySet<string>;
  /** Words each of which suffices: last names of loaders that mean nothing else (`from_pretrained`). */
  readonly telling: ReadonlySet<string>;
  /** Import root -> last names of its loaders that mean much else (`load`): together they suffice. Null: the root alone. */
  readonly together: ReadonlyMap<string, ReadonlySet<string> | null>;
}

/** Whether a loader's last name is rare enough to stand for the loader alone. */
export function isTelling(name: string): boolean {
  return name.length >= 10 && (/_/.test(name) || /^[A-Z].*[a-z].*[A-Z]/.test(name));
}

/** The needles of the Python families, derived from the tables: a library that is added there is looked for here. */
export function needlesOf(families: readonly SignatureFamily[]): Needles {
  const telling = new Set<string>();
  const together = new Map<string, Set<string> | null>();
  for (const { language, roots, loaders } of families) {
    if (language !== 'python') continue;
    for (const { call } of loaders) {
      for (const each of typeof call === 'string' ? [call] : call) addLoader(each, roots, telling, together);
    }
  }
  const names = [...together.values()].flatMap((each) => [...(each ?? [])]);
  return { words: new Set([...telling, ...together.keys(), ...names]), telling, together };
}

function addLoader(
  call: string,
  roots: readonly string[],
  telling: Set<string>,
  together: Map<string, Set<string> | null>,
): void {
  const segments = call.split('.');
  const last = segments.at(-1) ?? '';
  if (!last.includes('*') && isTelling(last)) {
    telling.add(last);
    return;
  }
  // A wildcard is no word: then the last segment that is one has to be there, or the root alone suffices.
  const word = last.includes('*') ? segments.filter((each) => !each.includes('*')).at(-1) : last;
  for (const root of roots) {
    const words = together.get(root);
    if (words === null) continue;
    if (word === undefined) together.set(root, null);
    else together.set(root, (words ?? new Set()).add(word));
  }
}

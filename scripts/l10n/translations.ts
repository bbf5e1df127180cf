import { readFileSync } from 'node:fs';

/** Key -> words in one language. */
export type Words = Readonly<Record<string, string>>;

export function readWords(file: string): Words {
  return JSON.parse(readFileSync(file, 'utf8')) as Words;
}

/** Keys that have no words, and words that have no key. */
export function compareKeys(
  keys: readonly string[],
  words: Words,
): { readonly missing: string[]; readonly unused: string[] } {
  const known = new Set(keys);
  return {
    missing: keys.filter((key) => !Object.hasOwn(words, key)),
    unused: Object.keys(words).filter((key) => !known.has(key)),
  };
}

/** What must stand in a translation as it does in the original: placeholders, commands, code in backticks; sorted. */
export function fixedParts(text: string): string[] {
  return (text.match(/\{\d+\}|\(command:[^)]*\)|\$\([\w-]+\)|`[^`]+`/g) ?? []).sort();
}

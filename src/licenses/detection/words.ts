/**
 * Licence texts as sets of hashed word triples, so that line wraps, comment marks, years and names of holders do not matter. The same
 * code makes the shipped fingerprints (scripts/licenses/fingerprints.ts) and reads a project's file.
 */

/** Hashes are 24 bits wide: three bytes each in the shipped table. */
export const hashRange = 1 << 24;

/** Lines that differ from copy to copy: who holds the copyright, and since when. */
const copyrightLine =
  /^[^\w\n]*(?:copyright\b|\(c\)|©)(?![^\n]*\b(?:notice|owner|license|law|holders?\s+(?:and|or|be|make|not))\b).*$/gim;

const fillers =
  /\ball rights reserved\b|<[^<>\n]{1,60}>|\[(?:year|yyyy|fullname|name of copyright owner)[^\]\n]{0,40}\]/gi;

/** Explanations around the terms, which many copies leave out: how to apply the Apache License, what Creative Commons is. */
const explanations = [
  /appendix:?\s+how to apply the apache license[\s\S]{0,2500}?limitations under the license\.?/gi,
  /creative commons corporation[\s\S]{0,8000}?(?=by exercising the licensed rights)/gi,
  /creative commons is not a party to its public licenses[\s\S]{0,2000}?contacted at creativecommons\.org\.?/gi,
];

/** Letters and digits; the blocks of punctuation from U+2000 on are left out. Ranges are much faster here than `\p{L}`. */
const wordPattern = /[a-z0-9\u00c0-\u1fff\u2c00-\ud7ff]+/g;

/** Spellings that the SPDX matching guidelines hold equal. */
const sameWords: Readonly<Record<string, string>> = {
  licence: 'license',
  licences: 'licenses',
  licenced: 'licensed',
  sublicence: 'sublicense',
  http: 'https',
  organisation: 'organization',
};

/** The words that count, in order. */
export function wordsOf(text: string): string[] {
  const terms = explanations.reduce((rest, explanation) => rest.replace(explanation, ' '), text);
  const plain = terms.replace(copyrightLine, ' ').replace(fillers, ' ').toLowerCase();
  return (plain.match(wordPattern) ?? []).map((word) => sameWords[word] ?? word);
}

/** The hash of each three words in a row, in order of first appearance, each once. */
export function tripleHashes(words: readonly string[]): number[] {
  const hashes = words.map(wordHash);
  const found = new Set<number>();
  for (let index = 0; index + 2 < hashes.length; index++) {
    found.add(mix(hashes[index] ?? 0, hashes[index + 1] ?? 0, hashes[index + 2] ?? 0));
  }
  return [...found];
}

/** FNV-1a. */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 31) + b;
  hash = Math.imul(hash, 31) + c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 8;
}

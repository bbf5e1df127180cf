import { join } from '../expression';
import type { LicenseName } from '../judgement';
import { asName } from '../names/parse';
import { spdxId } from '../names/spdx';
import { termsOf } from '../terms';
import type { Fingerprints, Match } from './fingerprints';
import { fromHeader, fromTitle } from './headers';

/** From here on a file is that licence and little else. */
const alikeEnough = 0.9;

/** From here on nothing that matters was added. */
const same = 0.985;

/** Part of a longer file must hold nearly the whole licence. */
const containedEnough = 0.92;

/** A choice is offered at the top. */
const choiceWords = 200;

/** So much less may a licence with known terms be alike than its neighbour without. */
const nearlyAlike = 0.04;

/** Added to a licence that allows commercial use, these words take it back: then it is another licence. */
const takesBack =
  /commons clause|non-?commercial (?:use|purpose|research)|(?:academic|research) (?:use|purposes?) only|may not (?:be used|use)[^.]{0,80} commercial/i;

/** Names the licence that a LICENSE file holds; `words` are its `wordsOf`. Null when no licence is known in it. */
export function identifyLicense(
  text: string,
  words: readonly string[],
  fingerprints: Fingerprints,
): LicenseName | null {
  const titled = fromTitle(text);
  if (titled) return titled;
  const matches = fingerprints.match(words);
  const [best] = matches;
  if (best && best.alike >= same) return nameOf(best, text);
  const parts = separate(
    matches.filter((match) => match.contained >= containedEnough || match.alike >= alikeEnough),
  );
  const [main] = parts;
  if (!main) return fromHeader(text);
  if (isTakenBack(main, text)) return null;
  // What follows the first licence is, in practice, the licences of third parties' parts.
  if (parts.length === 1 || !offersChoice(text, main)) return nameOf(main, text);
  return asName(
    join(
      'or',
      parts.map((part) => ({ license: idOf(part, text), exception: null })),
    ),
  );
}

/**
 * Matches that lie one behind the other; of those in the same place the one that is most alike (BSD-3 holds the words of BSD-2), or a
 * licence of the table of terms that is nearly as much so: the SPDX list holds copies of the BSD licence that differ by a word.
 */
function separate(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of matches) {
    const index = kept.findIndex(({ first, last }) => first <= match.middle && match.middle <= last);
    const other = kept[index];
    if (!other) kept.push(match);
    else if (match.alike > other.alike - nearlyAlike && !hasTerms(other) && hasTerms(match))
      kept[index] = match;
  }
  return kept.sort((a, b) => a.middle - b.middle);
}

function hasTerms({ id }: Match): boolean {
  return termsOf(id) !== null;
}

/** "Either … or …" before the first licence begins; what is said of some files is not said of the whole. */
function offersChoice(text: string, { first }: Match): boolean {
  const words = text
    .split(/\s+/)
    .slice(0, Math.min(first + 40, choiceWords))
    .join(' ');
  return /\b(?:(?<!files are )dual[- ]licen[sc]ed|at your option|either of|either the|your choice)\b/i.test(
    words,
  );
}

function isTakenBack(match: Match, text: string): boolean {
  return termsOf(idOf(match, text))?.commercial === 'yes' && takesBack.test(text);
}

function nameOf(match: Match, text: string): LicenseName {
  return { kind: 'license', id: idOf(match, text) };
}

/**
 * The text of a GNU licence is the same with and without "or later": only who applies it says which. Copies of the BSD licence vary
 * in their words, but its third clause is always about endorsement. Some model licences are MIT with a sentence more.
 */
function idOf({ id }: Match, text: string): string {
  if (id === 'MIT' && /our only modification (?:part )?is that/i.test(text)) return 'modified-mit';
  if (id === 'BSD-2-Clause' && /endorse\s+or\s+promote/i.test(text)) return 'BSD-3-Clause';
  return spdxId(id.replace(/-or-later$/, '-only')) ?? id;
}

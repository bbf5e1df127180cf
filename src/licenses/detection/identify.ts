import { join } from '../expression';
import type { LicenseName } from '../judgement';
import { asName } from '../names/parse';
import { spdxId } from '../names/spdx';
import { termsOf } from '../terms';
import type { Fingerprints, Match } from './fingerprints';
import { fromHeader } from './headers';

/** From here on a file is that licence and little else. */
const alikeEnough = 0.9;

/** From here on nothing that matters was added. */
const same = 0.985;

/** Part of a longer file must hold nearly the whole licence. */
const containedEnough = 0.92;

/** Added to a licence that allows commercial use, these words take it back: then it is another licence. */
const takesBack =
  /commons clause|non-?commercial (?:use|purpose|research)|(?:academic|research) (?:use|purposes?) only|may not (?:be used|use)[^.]{0,80} commercial/i;

/** Names the licence that a LICENSE file holds. Null when the text is empty or no licence is known in it. */
export function identifyLicense(text: string, fingerprints: Fingerprints): LicenseName | null {
  const matches = fingerprints.match(text);
  const [best] = matches;
  if (best && best.alike >= alikeEnough) return isTakenBack(best, text) ? null : nameOf(best);
  const parts = separate(matches.filter(({ contained }) => contained >= containedEnough));
  const [main, ...others] = parts;
  if (!main) return fromHeader(text);
  if (isTakenBack(main, text)) return null;
  if (others.length > 0 && offersChoice(text, main)) {
    const licenses = parts.map((part) => ({ license: idOf(part), exception: null }));
    return asName(join('or', licenses));
  }
  // What follows the first licence is, in practice, the licences of third parties' parts.
  return nameOf(main);
}

/** Matches that lie one behind the other; of those in the same place the longest licence (BSD-3 holds the words of BSD-2). */
function separate(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.size * b.contained - a.size * a.contained)) {
    if (!kept.some(({ first, last }) => first <= match.middle && match.middle <= last)) kept.push(match);
  }
  return kept.sort((a, b) => a.middle - b.middle);
}

/** "Either … or …" before the first licence begins. */
function offersChoice(text: string, { middle }: Match): boolean {
  const words = text
    .split(/\s+/)
    .slice(0, middle + 120)
    .join(' ');
  return /\b(?:dual[- ]licen[sc]ed|at your option|either of|either the|your choice)\b/i.test(words);
}

function isTakenBack(match: Match, text: string): boolean {
  return match.alike < same && termsOf(idOf(match))?.commercial === 'yes' && takesBack.test(text);
}

function nameOf(match: Match): LicenseName {
  return { kind: 'license', id: idOf(match) };
}

/** The text of a GNU licence is the same with and without "or later": only who applies it says which. */
function idOf({ id }: Match): string {
  return spdxId(id.replace(/-or-later$/, '-only')) ?? id;
}

/** Compares what the analyzer says of one file with what the file expects. */
import type { FileFacts, Usage } from '../../src/analyzer/usage';
import { english } from '../../src/shared/message';
import { comparePositions, type Place, samePlace } from '../../src/shared/positions';
import type { Expectation, ExpectedId, ExpectedUsage, Outcome } from './expectation';
import { type CorpusText, locateCall, locateId, offsetAt, placeAt } from './locate';

/** What is counted of a file or of a shape. An item is one written id, or one usage that has none. */
export interface Tally {
  /** Items expected and found. */
  found: number;
  /** Items expected and not found. */
  missed: number;
  /** Items found and not expected. */
  extra: number;
  /** Of the matched usages and ids, how many have the very place. */
  places: number;
  placesExact: number;
  /** Of the matched usages, how many agree in resolution, reason, part and what else is expected. */
  resolutions: number;
  resolutionsRight: number;
  reasons: number;
  reasonsRight: number;
}

export const noTally = (): Tally => ({
  found: 0,
  missed: 0,
  extra: 0,
  places: 0,
  placesExact: 0,
  resolutions: 0,
  resolutionsRight: 0,
  reasons: 0,
  reasonsRight: 0,
});

/** The comparison of one file. */
export interface Comparison {
  readonly tally: Tally;
  /** One sentence a difference: what was expected, what came. */
  readonly differences: readonly string[];
}

/** Compares the facts of `file`; `texts` are the texts of the whole case, in which places are looked up. */
export function compare(
  facts: FileFacts,
  expectation: Expectation,
  file: string,
  texts: readonly CorpusText[],
): Comparison {
  const tally = noTally();
  const differences: string[] = [];
  const left = [...facts.usages];
  for (const expected of expectation.usages) {
    const place = usagePlace(expected, file, texts);
    const actual = takeMatch(left, expected, place);
    if (actual) compareUsage(expected, actual, place, file, texts, tally, differences);
    else if (!expected.optional) {
      tally.missed += Math.max(expected.outcomes[0]?.written?.length ?? 1, 1);
      differences.push(`missing: ${expected.source}`);
    }
  }
  for (const usage of left) {
    tally.extra += items(usage).length;
    differences.push(`not expected: ${describe(usage)}`);
  }
  differences.push(...compareRest(facts, expectation));
  return { tally, differences };
}

/** Checks that every place an expectation names can be found; a case that cannot be located is a broken case. */
export function locateAll(expectation: Expectation, file: string, texts: readonly CorpusText[]): void {
  for (const expected of expectation.usages) {
    usagePlace(expected, file, texts);
    for (const outcome of expected.outcomes) outcome.written?.forEach((id) => idPlace(id, file, texts));
  }
}

/** The expected place; a string `line` alone when only the line is known. */
function usagePlace(expected: ExpectedUsage, file: string, texts: readonly CorpusText[]): Place | number {
  const { at, callee } = expected;
  const text = texts.find((candidate) => candidate.file === file && candidate.cell === at.cell);
  if (!text) throw new Error(`no text ${file}`);
  if (at.end && at.line !== undefined && at.column !== undefined) {
    const start = offsetAt(text.text, at.line - 1, at.column - 1);
    return placeAt(text, start, offsetAt(text.text, at.end.line - 1, at.end.column - 1) - start);
  }
  if (callee !== null) return locateCall(text, callee, at.line, at.column);
  if (at.line === undefined) throw new Error(`neither callee nor line: ${expected.source}`);
  return at.line - 1;
}

function idPlace(id: ExpectedId, file: string, texts: readonly CorpusText[]): Place | null | 'any' {
  if (id.at === 'any') return 'any';
  return id.at === 'null' ? null : locateId(texts, file, id.text, id.at);
}

/** Takes the usage that begins where it is expected: first one with the right part, then any there. */
function takeMatch(left: Usage[], expected: ExpectedUsage, place: Place | number): Usage | undefined {
  const there = left.filter(({ place: actual }) =>
    typeof place === 'number'
      ? actual.range.start.line === place
      : actual.cell === place.cell && comparePositions(actual.range.start, place.range.start) === 0,
  );
  const match = there.find(({ part }) => part === expected.part) ?? there[0];
  if (match) left.splice(left.indexOf(match), 1);
  return match;
}

function compareUsage(
  expected: ExpectedUsage,
  actual: Usage,
  place: Place | number,
  file: string,
  texts: readonly CorpusText[],
  tally: Tally,
  differences: string[],
): void {
  const outcome = nearest(expected.outcomes, actual);
  const say = (what: string): number =>
    differences.push(`${what}: ${expected.source} | got ${describe(actual)}`);
  countItems(outcome, actual, tally, say);
  if (typeof place !== 'number') {
    tally.places++;
    if (samePlace(place, actual.place)) tally.placesExact++;
    else say(`usage's place, expected ${showPlace(place)}, got ${showPlace(actual.place)}`);
  }
  for (const id of outcome.written ?? []) {
    const expectedPlace = idPlace(id, file, texts);
    const written = actual.written.find(({ text }) => text === id.text);
    if (!written || expectedPlace === 'any') continue;
    tally.places++;
    if (sameOrNone(expectedPlace, written.place)) tally.placesExact++;
    else say(`place of "${id.text}", expected ${showPlace(expectedPlace)}, got ${showPlace(written.place)}`);
  }
  compareRight(expected, outcome, actual, tally, say);
}

function compareRight(
  expected: ExpectedUsage,
  outcome: Outcome,
  actual: Usage,
  tally: Tally,
  say: (what: string) => number,
): void {
  const checks: readonly (readonly [string, boolean])[] = [
    ['resolution', outcome.resolution === actual.resolution],
    ['loader', like(expected.loader, actual.loader)],
    ['part', expected.part === 'any' || expected.part === actual.part],
    ['task', expected.task === undefined || expected.task === actual.task],
    ['revision', expected.revision === undefined || expected.revision === (actual.revision?.value ?? null)],
    [
      'remote code',
      expected.remoteCode === undefined || expected.remoteCode === (actual.remoteCode !== null),
    ],
    ['relation', expected.relation === undefined || expected.relation === actual.relation],
    ['order of ids', sameOrder(outcome, actual)],
  ];
  const wrong = checks.filter(([, right]) => !right).map(([what]) => what);
  tally.resolutions++;
  if (wrong.length === 0) tally.resolutionsRight++;
  else say(wrong.join(', '));
  const reason = actual.reason ? english(actual.reason) : null;
  tally.reasons++;
  if (reasonFits(outcome, reason)) tally.reasonsRight++;
  else say('reason');
}

function reasonFits(outcome: Outcome, reason: string | null): boolean {
  if (outcome.noReason) return reason === null;
  if (outcome.resolution === 'unresolved' && !reason) return false;
  return outcome.reasonWords.every((words) => words.split('|').some((word) => reason?.includes(word)));
}

function sameOrder(outcome: Outcome, actual: Usage): boolean {
  const expected = outcome.written?.map(({ text }) => text) ?? [];
  const got = actual.written.map(({ text }) => text).filter((text) => expected.includes(text));
  return expected.filter((text) => got.includes(text)).join('\n') === got.join('\n');
}

function countItems(outcome: Outcome, actual: Usage, tally: Tally, say: (what: string) => number): void {
  if (outcome.written === null) {
    tally.found += actual.written.length;
    return;
  }
  const expected =
    outcome.written.length > 0 ? outcome.written.map(({ text }) => text) : [emptyItem(outcome)];
  const got = items(actual);
  const found = expected.filter((item) => got.some((other) => like(item, other)));
  const extra = got.filter((item) => !expected.some((other) => like(other, item)));
  tally.found += found.length;
  tally.missed += expected.length - found.length;
  tally.extra += extra.length;
  if (found.length < expected.length || extra.length > 0) say('ids');
}

function emptyItem({ implicit }: Outcome): string {
  return implicit === null ? '(unresolved)' : `(implicit ${implicit})`;
}

function items(usage: Usage): string[] {
  if (usage.written.length > 0) return usage.written.map(({ text }) => text);
  return [usage.implicitModel === null ? '(unresolved)' : `(implicit ${usage.implicitModel})`];
}

/** The allowed outcome with the fewest differing items. */
function nearest(outcomes: readonly Outcome[], actual: Usage): Outcome {
  const distance = (outcome: Outcome): number => {
    const tally = noTally();
    countItems(outcome, actual, tally, () => 0);
    return tally.missed + tally.extra + (outcome.resolution === actual.resolution ? 0 : 0.5);
  };
  const [first, ...others] = outcomes;
  if (!first) throw new Error('no outcome');
  return others.reduce((best, other) => (distance(other) < distance(best) ? other : best), first);
}

/** Whether `text` is `pattern`, in which `…` stands for any text. */
function like(pattern: string, text: string): boolean {
  const escaped = pattern.split('…').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(text);
}

function sameOrNone(a: Place | null, b: Place | null): boolean {
  return a === null || b === null ? a === b : samePlace(a, b);
}

function compareRest(facts: FileFacts, { suppressions, problem }: Expectation): string[] {
  const differences: string[] = [];
  const show = (line: number, rules: readonly string[], reason: string): string =>
    `${String(line)} [${rules.join(',')}] "${reason}"`;
  if (suppressions) {
    const expected = suppressions.map((item) => show(item.line, item.rules, item.reason)).join('; ');
    const got = facts.suppressions.map((item) => show(item.line + 1, item.rules, item.reason)).join('; ');
    if (expected !== got)
      differences.push(`suppressions: expected ${expected || 'none'}, got ${got || 'none'}`);
  }
  if (problem && facts.problems.length === 0) differences.push('no problem reported');
  return differences;
}

/** One line that shows a usage in a failure. */
export function describe(usage: Usage): string {
  const ids = usage.written.map(({ text }) => `"${text}"`).join(' ');
  const implicit = usage.implicitModel === null ? '' : ` implicit ${usage.implicitModel}`;
  const reason = usage.reason ? ` (${english(usage.reason)})` : '';
  return `${showPlace(usage.place)} ${usage.loader} ${usage.part} ${usage.resolution} ${ids}${implicit}${reason}`;
}

function showPlace(place: Place | null): string {
  if (!place) return 'none';
  const { start, end } = place.range;
  const cell = place.cell === null ? '' : `c${String(place.cell)}:`;
  const point = (line: number, column: number): string => `${String(line + 1)}:${String(column + 1)}`;
  return `${place.file}:${cell}${point(start.line, start.column)}-${point(end.line, end.column)}`;
}

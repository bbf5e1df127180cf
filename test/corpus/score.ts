/** The table of `npm run accuracy`: one row a shape, and the sum. */
import { addTally, type CaseResult } from './analyse';
import { noTally, type Tally } from './compare';

interface Row {
  readonly shape: string;
  cases: number;
  right: number;
  readonly tally: Tally;
}

/** Precision and recall of written ids, places, resolutions and reasons, per shape and in all. */
export function scoreTable(results: readonly CaseResult[]): string {
  const rows = new Map<string, Row>();
  const all = emptyRow('all');
  for (const result of results) {
    const row = rows.get(result.shape) ?? emptyRow(result.shape);
    rows.set(result.shape, row);
    for (const each of [row, all]) {
      each.cases++;
      if (result.differences.length === 0) each.right++;
      addTally(each.tally, result.tally);
    }
  }
  const sorted = [...rows.values()].sort((a, b) => (a.shape < b.shape ? -1 : 1));
  return [heading, ...sorted.map(rowText), rowText(all)].join('\n');
}

const emptyRow = (shape: string): Row => ({ shape, cases: 0, right: 0, tally: noTally() });

const heading =
  'shape                      cases  right   found  missed  extra  precision  recall  places  resolution  reason';

function rowText({ shape, cases, right, tally }: Row): string {
  return [
    shape.padEnd(25),
    ...[cases, right].map((count) => String(count).padStart(6)),
    ...[tally.found, tally.missed, tally.extra].map((count) => String(count).padStart(7)),
    percent(tally.found, tally.found + tally.extra).padStart(10),
    percent(tally.found, tally.found + tally.missed).padStart(7),
    percent(tally.placesExact, tally.places).padStart(7),
    percent(tally.resolutionsRight, tally.resolutions).padStart(11),
    percent(tally.reasonsRight, tally.reasons).padStart(7),
  ].join(' ');
}

/** One decimal, rounded down: 100.0 means all. Nothing to count is a dash. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : (Math.floor((1000 * part) / whole) / 10).toFixed(1);
}

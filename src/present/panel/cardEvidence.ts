import { type Evidence, fieldNames } from '../../cards/card';
import { extractCard } from '../../cards/extract';
import { valueText } from '../../cards/summary';
import { message } from '../../shared/message';
import type { Reader } from '../reader';
import { fieldName } from './card';
import type { Block, Cell } from './page';
import { name, words } from './pieces';

/** Rows that are shown; a card may list hundreds of results. */
const listed = 100;

/** Where a card says what is told of it: for each value the section, the line and the card's own words. */
export function evidenceBlocks(card: string | null, { localize }: Reader): Block[] {
  const { fields } = extractCard(card ?? '');
  const read = fieldNames.flatMap((field) => fields[field].map((value) => ({ field, value })));
  const stated = read.filter(({ value }) => value.source !== 'record').slice(0, listed);
  if (stated.length === 0) return [];
  const columns = [message('Field'), message('Value'), message('Place'), message('Words of the card')].map(
    (title) => ({ title: localize(title) }),
  );
  const rows = stated.map(({ field, value }): readonly Cell[] => [
    [words(fieldName(field, localize))],
    [name(valueText(value), 160)],
    placeCell(value.evidence, localize),
    [name(value.evidence.quote, 240)],
  ]);
  const title = localize(message('Where the card says so'));
  return [{ kind: 'more', title, blocks: [{ kind: 'table', table: { caption: title, columns, rows } }] }];
}

/** `Training data · line 12`; the front matter is under no heading. */
function placeCell({ section, startLine, endLine }: Evidence, localize: Reader['localize']): Cell {
  const lines =
    startLine === endLine
      ? message('line {0}', startLine + 1)
      : message('lines {0} to {1}', startLine + 1, endLine + 1);
  const heading = section === '' ? [] : [name(section, 80), words(' · ')];
  return [...heading, words(localize(lines))];
}

import type { SqlCell } from '../present/sql/page';
import { type Direction, isNumeric, sortedRows } from '../present/sql/rows';
import { printable } from '../shared/printable';
import { button, element } from './dom';

type Rows = readonly (readonly SqlCell[])[];

/** Columns that hold ids of models: a press opens the model. */
const idColumns: ReadonlySet<string> = new Set(['id', 'model', 'base_model']);

/** An answer as a table whose heads sort it. */
export interface AnswerTable {
  readonly element: HTMLElement;
  /** The rows in the order in which they stand now. */
  rows(): Rows;
}

export function answerTable(
  columns: readonly string[],
  rows: Rows,
  label: string,
  open: (id: string) => void,
): AnswerTable {
  let current = rows;
  const numeric = columns.map((_, index) => isNumeric(rows, index));
  const body = element('tbody');
  const fill = () => body.replaceChildren(...current.map((row) => rowElement(row, columns, numeric, open)));
  const heads: HTMLTableCellElement[] = columns.map((name, index) => {
    const press = () => {
      const next: Direction = heads[index]?.ariaSort === 'ascending' ? 'descending' : 'ascending';
      for (const head of heads) head.ariaSort = 'none';
      const head = heads[index];
      if (head) head.ariaSort = next;
      current = sortedRows(rows, index, next);
      fill();
    };
    const sorter = button(printable(name), 'sort', press);
    return element(
      'th',
      { scope: 'col', 'aria-sort': 'none', ...(numeric[index] && { class: 'numeric' }) },
      sorter,
    );
  });
  fill();
  const head = element('thead', {}, element('tr', {}, ...heads));
  const table = element('table', { 'aria-label': label }, head, body);
  return {
    element: element(
      'div',
      { class: 'scroll answer', tabindex: 0, role: 'group', 'aria-label': label },
      table,
    ),
    rows: () => current,
  };
}

function rowElement(
  row: readonly SqlCell[],
  columns: readonly string[],
  numeric: readonly boolean[],
  open: (id: string) => void,
): HTMLElement {
  const cells = row.map((value, index) => {
    const text = value === null ? '' : printable(String(value));
    const said = element('bdi', {}, text);
    const isId = typeof value === 'string' && idColumns.has(columns[index] ?? '');
    const shown = isId ? button(said, 'link', () => open(value)) : said;
    return element('td', numeric[index] ? { class: 'numeric' } : {}, shown);
  });
  return element('tr', {}, ...cells);
}

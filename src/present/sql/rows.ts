import type { SqlCell } from './page';

export type Direction = 'ascending' | 'descending';

type Rows = readonly (readonly SqlCell[])[];

/** Rows by one column: numbers before texts, nothing always last; rows that are alike there keep their order. */
export function sortedRows(rows: Rows, column: number, direction: Direction): Rows {
  const sign = direction === 'ascending' ? 1 : -1;
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...rows].sort((first, second) => {
    const a = first[column] ?? null;
    const b = second[column] ?? null;
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    if (typeof a !== typeof b) return sign * (typeof a === 'number' ? -1 : 1);
    return sign * compare(String(a), String(b));
  });
}

/** Whether a column holds numbers and nothing else. */
export function isNumeric(rows: Rows, column: number): boolean {
  const values = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}

/** An answer with tabs between cells, as spreadsheets paste it; tabs and line ends within a cell become spaces. */
export function asTsv(columns: readonly string[], rows: Rows): string {
  const line = (cells: readonly SqlCell[]) =>
    cells.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [columns, ...rows].map((cells) => `${line(cells)}\n`).join('');
}

/** An answer as CSV (RFC 4180). */
export function asCsv(columns: readonly string[], rows: Rows): string {
  const quoted = (cell: SqlCell) => {
    const text = String(cell ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

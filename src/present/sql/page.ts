/** What the SQL console shows. */
import { questions } from '../../db/questions';
import type { QueryRows } from '../../db/sql/query';
import { type Message, message } from '../../shared/message';
import type { Result } from '../../shared/result';
import { plainNumber } from '../numbers';
import type { Reader } from '../reader';

/** Rows of an answer that are shown. */
export const shownRows = 1000;

/** The views that can be asked, with their columns: asked of the catalogue itself, so that it cannot be out of date. */
export const schemaQuestion = `SELECT view.name, group_concat(field.name, ', ')
FROM (SELECT name FROM sqlite_master WHERE type = 'view' UNION SELECT name FROM sqlite_temp_master WHERE type = 'view') AS view
JOIN pragma_table_info(view.name) AS field
GROUP BY view.name
ORDER BY view.name`;

const consoleWords = {
  questions: message('Ready questions'),
  choose: message('Choose a question…'),
  statement: message('SQL statement'),
  run: message('Run (Ctrl+Enter)'),
  running: message('Running…'),
  stop: message('Stop'),
  copyTsv: message('Copy for a spreadsheet (TSV)'),
  copyCsv: message('Copy as CSV'),
  copied: message('Copied.'),
  views: message('What can be asked: views and their columns'),
  result: message('Answer'),
  failed: message('No answer'),
} as const satisfies Record<string, Message>;

/** The console: its words, and the questions that are ready to ask. */
export interface SqlPage {
  readonly title: string;
  readonly lead: string;
  readonly questions: readonly { readonly title: string; readonly sql: string }[];
  readonly views: readonly { readonly name: string; readonly columns: string }[];
  readonly words: Readonly<Record<keyof typeof consoleWords, string>>;
}

/** A cell of an answer: text, a number, or nothing. */
export type SqlCell = string | number | null;

/** The answer to a statement, or in words why there is none. */
export type SqlResult =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlCell[])[];
      /** How many rows there are, and whether there were more. */
      readonly note: string;
    }
  | { readonly ok: false; readonly error: string };

/** The console before anything is asked. @param views the answer to `schemaQuestion` */
export function sqlPage(views: Result<QueryRows>, { localize }: Reader): SqlPage {
  const rows = views.ok ? views.value.rows : [];
  return {
    title: localize(message('SQL console')),
    lead: localize(
      message('Ask the catalogue of models. Nothing can be changed, and nothing leaves this machine.'),
    ),
    questions: questions.map(({ title, sql }) => ({ title: localize(title), sql })),
    views: rows.map(([name, columns]) => ({ name: String(name), columns: String(columns) })),
    words: Object.fromEntries(
      Object.entries(consoleWords).map(([key, text]) => [key, localize(text)]),
    ) as SqlPage['words'],
  };
}

/** An answer as the console shows it. */
export function sqlResult(answer: Result<QueryRows>, reader: Reader): SqlResult {
  const { localize } = reader;
  if (!answer.ok) return { ok: false, error: localize(answer.error) };
  const { columns, rows, truncated } = answer.value;
  const count = plainNumber(rows.length, reader);
  const note = truncated
    ? message('The first {0} rows; there are more.', count)
    : rows.length === 1
      ? message('1 row.')
      : message('{0} rows.', count);
  return { ok: true, columns, rows: rows.map((row) => row.map(cellOf)), note: localize(note) };
}

function cellOf(value: unknown): SqlCell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return value instanceof Uint8Array ? `x'${hex(value)}'` : String(value);
}

function hex(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 64)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

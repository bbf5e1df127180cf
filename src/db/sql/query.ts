import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import type { Database, SqlValue } from '../sqlite';
import { lineAndColumn, placeOf } from './place';
import { type SqlToken, sqlTokens } from './tokens';

/** What a question is answered with. */
export interface QueryRows {
  readonly columns: readonly string[];
  /** At most `maxRows`, in the order of the columns. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** Whether there would have been more rows. */
  readonly truncated: boolean;
}

/** What a statement that only reads begins with; the database itself refuses the `WITH … DELETE` that this lets through. */
const readingWords: readonly string[] = ['select', 'with', 'values', 'explain'];

/**
 * Runs one statement that reads. A refusal or an error is a sentence with the line and column of its cause. Runs to its end: a
 * recursion without a limit does not return, so an editor runs it where it can be killed.
 */
export function runQuery(database: Database, sql: string, maxRows: number): Result<QueryRows> {
  const tokens = sqlTokens(sql);
  const refused = refusal(sql, tokens);
  if (refused) return failure(refused);
  try {
    return ok(rowsOf(database, sql, maxRows));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const place = placeOf(text, sql, tokens, (start) => isWrong(database, start));
    return failure(place === null ? message('{0}', text) : at(sql, place, text));
  }
}

function refusal(sql: string, tokens: readonly SqlToken[]) {
  const [first] = tokens;
  if (!first) return message('there is no statement');
  if (!readingWords.includes(first.text.toLowerCase())) {
    return at(
      sql,
      first.start,
      `only ${readingWords.map((word) => word.toUpperCase()).join(', ')} are allowed, not ${first.text.slice(0, 40)}`,
    );
  }
  const end = tokens.findIndex(({ text }) => text === ';');
  const second = end < 0 ? undefined : tokens.slice(end).find(({ text }) => text !== ';');
  return second ? at(sql, second.start, 'one statement at a time') : null;
}

function at(sql: string, offset: number, text: string) {
  return message('line {0}, column {1}: {2}', ...lineAndColumn(sql, offset), text);
}

function rowsOf(database: Database, sql: string, maxRows: number): QueryRows {
  const statement = database.prepare(sql);
  try {
    const rows: SqlValue[][] = [];
    while (statement.step()) {
      if (rows.length >= maxRows) return { columns: statement.getColumnNames(), rows, truncated: true };
      rows.push(statement.get());
    }
    return { columns: statement.getColumnNames(), rows, truncated: false };
  } finally {
    statement.free();
  }
}

function isWrong(database: Database, sql: string): boolean {
  try {
    database.prepare(sql).free();
    return false;
  } catch (error) {
    return !(error instanceof Error && error.message === 'incomplete input');
  }
}

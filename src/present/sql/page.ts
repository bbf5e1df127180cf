/** What the SQL console shows. */

/** The console: its words, and the questions that are ready to ask. */
export interface SqlPage {
  readonly title: string;
  readonly lead: string;
  readonly questions: readonly {
    readonly id: string;
    readonly title: string;
    readonly sql: string;
    /** What may be asked of the views and columns, one line each. */
  }[];
  readonly schema: readonly { readonly view: string; readonly columns: string }[];
  readonly words: Readonly<Record<SqlWord, string>>;
}

export type SqlWord =
  | 'questions'
  | 'choose'
  | 'statement'
  | 'run'
  | 'running'
  | 'stop'
  | 'copyTsv'
  | 'copyCsv'
  | 'copied'
  | 'tables'
  | 'result'
  | 'sortUp'
  | 'sortDown';

/** A cell of an answer: text, a number, or nothing. */
export type SqlCell = string | number | null;

/** The answer to a statement, or why there is none. */
export type SqlResult =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlCell[])[];
      /** How many rows there are, and whether there were more. */
      readonly note: string;
    }
  | { readonly ok: false; readonly error: string };

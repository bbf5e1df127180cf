/** A word, sign or literal of a statement; comments and spaces are none. */
export interface SqlToken {
  readonly text: string;
  readonly start: number;
}

/** Comments and spaces, then in this order: literals and quoted names, words and numbers, any other character. */
const pieces =
  /(?:\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?|[\w$\u0080-\uffff]+|[\s\S])/g;

/** The tokens of SQL text. Never fails: what is no SQL becomes tokens that SQLite refuses. */
export function sqlTokens(sql: string): SqlToken[] {
  return [...sql.matchAll(pieces)].flatMap(({ 1: text, index }) =>
    text === undefined ? [] : [{ text, start: index }],
  );
}

import type { SqlToken } from './tokens';

/** What SQLite's errors say of the culprit. */
const culprits = [
  /^near "([\s\S]+)": syntax error$/,
  /^no such (?:column|table|function): (?:\w+\.)*([^.]+)$/,
  /^ambiguous column name: (?:\w+\.)*([^.]+)$/,
  /^unrecognized token: "([\s\S]+)"$/,
  /^wrong number of arguments to function (\w+)\(\)$/,
  /^misuse of aggregate: (\w+)\(\)$/,
];

/**
 * Where an error of SQLite lies: the first token that it names. A syntax error may name a token that stands in several places; there
 * `fails` is asked, for each, whether the text up to it is already wrong. Null when the error names nothing of the text.
 */
export function placeOf(
  error: string,
  sql: string,
  tokens: readonly SqlToken[],
  fails: (start: string) => boolean,
): number | null {
  const name = culprits.map((pattern) => pattern.exec(error)?.[1]).find((found) => found !== undefined);
  if (name === undefined) return error === 'incomplete input' ? sql.trimEnd().length : null;
  const bare = (text: string) => text.replace(/^["`[]|["`\]]$/g, '').toLowerCase();
  const named = tokens.filter(({ text }) => bare(text) === bare(name) || text.startsWith(name));
  const [only, ...others] = named;
  if (!only || others.length === 0 || !error.startsWith('near')) return only?.start ?? null;
  return (named.find(({ text, start }) => fails(sql.slice(0, start + text.length))) ?? only).start;
}

/** `line, column` of an offset, from 1. */
export function lineAndColumn(text: string, offset: number): readonly [line: number, column: number] {
  const before = text.slice(0, offset);
  return [before.split('\n').length, offset - before.lastIndexOf('\n')];
}

/** Writes a revision into the text of a call. Works on the text alone: the editor's is newer than any analysis. */

/** Replaces what stands from `start` to `end` (offsets in the call's text). */
export interface CallEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** `revision="main"`, `revision: 'main'`, or the literal alone: what stands before it, its quote, its text. */
const literal = /^([\w'"]*\s*[:=]\s*)?(["'])([^"'\\\n]*)\2$/;

/** Puts `commit` in place of the literal that an argument holds; null where it is no literal, or another one than was analysed. */
export function replaceRevision(argument: string, value: string, commit: string): CallEdit | null {
  const [whole, before = '', quote = '', text] = literal.exec(argument) ?? [];
  if (whole === undefined || text !== value) return null;
  const start = before.length + quote.length;
  return { start, end: start + value.length, newText: commit };
}

/** Adds `revision="…"` as the last argument of a Python call; null when the text is no whole call. */
export function addRevision(call: string, commit: string): CallEdit | null {
  if (!call.endsWith(')')) return null;
  const at = lastCharacter(call.slice(0, -1));
  if (at === null) return null;
  const argument = `revision="${commit}"`;
  const edit = (newText: string) => ({ start: at + 1, end: at + 1, newText });
  if (call[at] === '(') return edit(argument);
  return edit(call[at] === ',' ? ` ${argument},` : `, ${argument}`);
}

/** Where the last character stands that is neither a space nor part of a comment. */
function lastCharacter(text: string): number | null {
  let last: number | null = null;
  // Strings first: a `#` in one begins no comment.
  const pieces = /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|\S/g;
  for (const { 0: piece, index } of text.matchAll(pieces))
    if (!piece.startsWith('#')) last = index + piece.length - 1;
  return last;
}

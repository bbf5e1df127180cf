import type { SourceText } from './text';

/** What a text became: the characters from `start` to `end` of the text before are `length` other ones now. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

const piece = 512;

/** Where two texts differ, between what they have in common at both ends; null when they do not. */
export function difference(before: string, after: string): Difference | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Whole pieces are compared at once; what is left is less than one.
  while (start + piece <= shorter && before.startsWith(after.slice(start, start + piece), start))
    start += piece;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  const endsAlike = (length: number) =>
    before.startsWith(
      after.slice(after.length - length, after.length - length + piece),
      before.length - length,
    );
  while (same + piece <= most && endsAlike(same + piece)) same += piece;
  while (
    same < most &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { start, end: before.length - same, length: after.length - same - start };
}

/** The one cell of a document that became another one. */
export interface CellEdit {
  /** Among the document's cells. */
  readonly index: number;
  /** Null when the texts are the same. */
  readonly made: Difference | null;
}

/** The cell whose text is another one; null when there are several, or other cells. */
export function editOf(before: SourceText, after: SourceText): CellEdit | null {
  if (before.path !== after.path || before.cells.length !== after.cells.length) return null;
  let edit: CellEdit = { index: 0, made: null };
  for (const [index, { cell, text }] of after.cells.entries()) {
    const known = before.cells[index];
    if (known?.cell !== cell) return null;
    const made = difference(known.text, text);
    if (made && edit.made) return null;
    if (made) edit = { index, made };
  }
  return edit;
}

import type { SourceText } from './text';

/** What a text became: the characters from `start` to `end` of the text before are `length` other ones now. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Where two texts differ, between what they have in common at both ends; null when they do not. */
export function difference(before: string, after: string): Difference | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const behind = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  const same = longest(shorter - start, (from, to) => behind(before, from, to) === behind(after, from, to));
  return { start, end: before.length - same, length: after.length - same - start };
}

/** How far two texts are alike, by halves: comparing slices is many times as fast as comparing characters. */
function longest(most: number, isAlike: (from: number, to: number) => boolean): number {
  let alike = 0;
  let unlike = most;
  while (alike < unlike) {
    const middle = (alike + unlike + 1) >> 1;
    if (isAlike(alike, middle)) alike = middle;
    else unlike = middle - 1;
  }
  return alike;
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

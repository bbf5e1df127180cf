import { Edit } from 'web-tree-sitter';

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

/** The same as the parser takes it, rows and UTF-16 columns told. */
export function editBetween(before: string, after: string): Edit[] {
  const found = difference(before, after);
  if (!found) return [];
  const { start, end, length } = found;
  return [
    new Edit({
      startIndex: start,
      oldEndIndex: end,
      newEndIndex: start + length,
      startPosition: pointAt(before, start),
      oldEndPosition: pointAt(before, end),
      newEndPosition: pointAt(after, start + length),
    }),
  ];
}

/** Only `\n` makes a row for the parser. */
function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    line = at + 1;
  }
  return { row, column: offset - line };
}

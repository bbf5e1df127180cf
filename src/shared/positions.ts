/**
 * Places in source text. Inside the program lines and columns start at 0 and columns count UTF-16 units,
 * as VS Code and JavaScript strings do. `report/` alone turns them into the 1-based places of a report.
 */

/** A point between two characters: zero-based line, zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Half-open: `end` is the position after the last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range in a file of a workspace folder. */
export interface Place {
  /** Path relative to the workspace folder, `/`-separated. */
  readonly file: string;
  /** Zero-based index over all cells of a notebook, or null in a plain file; lines then count in the cell. */
  readonly cell: number | null;
  readonly range: Range;
}

/** Orders positions by line, then column: negative when `a` comes first. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Whether `position` lies in `range`; the end counts as inside, as a cursor behind the last character does. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** Orders places by file, then cell, then start. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.cell ?? -1) - (b.cell ?? -1) || comparePositions(a.range.start, b.range.start);
}

/** Whether two places are the same characters of the same file. */
export function samePlace(a: Place, b: Place): boolean {
  return comparePlaces(a, b) === 0 && comparePositions(a.range.end, b.range.end) === 0;
}

/** Whether `inner` lies in `outer`: the same characters count as inside. */
export function isWithin(inner: Place, outer: Place): boolean {
  return (
    inner.file === outer.file &&
    inner.cell === outer.cell &&
    comparePositions(outer.range.start, inner.range.start) <= 0 &&
    comparePositions(inner.range.end, outer.range.end) <= 0
  );
}

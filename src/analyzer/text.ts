import type { Place, Position } from '../shared/positions';
import type { SourceCell, SourceDocument } from './source';

/** A line break as Python, JavaScript and VS Code count them. */
const lineBreak = /\r\n|\r|\n/g;

/** The cells of a document joined into one text, and the way back from an offset to cell, line and column. */
export class SourceText {
  readonly text: string;
  private readonly starts: readonly number[];
  private readonly lines: (readonly number[] | undefined)[] = [];

  constructor(
    readonly path: string,
    readonly cells: readonly SourceCell[],
  ) {
    const starts: number[] = [];
    let length = 0;
    for (const { text } of cells) {
      starts.push(length);
      length += text.length + 1;
    }
    this.starts = starts;
    this.text = cells.map(({ text }) => text).join('\n');
  }

  static of({ path, cells }: SourceDocument): SourceText {
    return new SourceText(path, cells);
  }

  /** Where a cell begins in the joined text. */
  startOf(index: number): number {
    return this.starts[index] ?? 0;
  }

  /** The place of the text from `start` to `end`, which lies in one cell. */
  place(start: number, end: number): Place {
    const index = last(this.starts, start);
    const base = this.startOf(index);
    const at = (offset: number) => this.position(index, offset - base);
    return {
      file: this.path,
      cell: this.cells[index]?.cell ?? null,
      range: { start: at(start), end: at(Math.max(start, end)) },
    };
  }

  /** The offset of a position in a cell: the way back from `place`. */
  offsetOf(cell: number | null, { line, column }: Position): number {
    const index = this.cells.findIndex((each) => each.cell === cell);
    return this.startOf(index) + (this.linesOf(index)[line] ?? 0) + column;
  }

  /** What stands before an offset in its line. */
  lineBefore(offset: number): string {
    const { range } = this.place(offset, offset);
    return this.text.slice(offset - range.start.column, offset);
  }

  /** The lines of the cell behind the line of an offset. */
  linesAfter(offset: number): string[] {
    const index = last(this.starts, offset);
    const text = this.cells[index]?.text ?? '';
    return text
      .slice(offset - this.startOf(index))
      .split(lineBreak)
      .slice(1);
  }

  private position(index: number, offset: number): Position {
    const lines = this.linesOf(index);
    const line = last(lines, offset);
    return { line, column: offset - (lines[line] ?? 0) };
  }

  private linesOf(index: number): readonly number[] {
    return (this.lines[index] ??= lineStarts(this.cells[index]?.text ?? ''));
  }
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last start that is not behind `offset`. */
function last(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** A piece of a text by itself: engines make a slice a window on the text, so that a word that is kept keeps it all. */
export function detached(piece: string): string {
  return piece.split('').join('');
}

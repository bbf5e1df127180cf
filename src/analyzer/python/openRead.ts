import type { Difference } from '../edits';
import type { Stretch, SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import type { ReadStatements } from './module';
import type { OpenIndex } from './openIndex';
import type { Outline } from './outline';
import { outlineWith, type Piece } from './pieces';

/** A module as it was read last. */
export interface Read {
  readonly source: SourceText;
  readonly root: SyntaxNode;
  readonly index: OpenIndex;
  readonly outlines: readonly Outline[];
  /** Where statements at the top make no sense. */
  readonly errors: readonly Stretch[];
  /** A line that begins a statement was taken for the end of the one before it (`x =`): that holds for this text only. */
  readonly isJoined: boolean;
}

/** An edit of a cell, and the piece of the cell that becomes another one; the cell begins at `base`. */
export interface EditedPiece {
  readonly piece: Piece;
  readonly made: Difference;
  readonly base: number;
}

/** The same with what is read of the piece. */
export interface ReadPiece extends EditedPiece {
  readonly added: ReadStatements;
}

/** Whether a stretch of a cell begins or ends within a statement. */
export function isCutBy(root: SyntaxNode, { start, end }: Stretch, base: number): boolean {
  const isWithinOne = (at: number) => root.children.some((node) => node.start < at && at < node.end);
  return isWithinOne(start + base) || isWithinOne(end + base);
}

/** Whether some of the places at which a line begins a statement lie within a statement. */
export function areJoined({ root, outlines, source }: Pick<Read, 'root' | 'outlines' | 'source'>): boolean {
  const { children } = root;
  let next = 0;
  return outlines.some(({ statements }, cell) =>
    statements.some((each) => {
      const start = each + source.startOf(cell);
      while ((children[next]?.end ?? Infinity) <= start) next++;
      return (children[next]?.start ?? Infinity) < start;
    }),
  );
}

/** The code of all cells. */
export function codeOf(outlines: readonly Outline[]): string {
  const [only, ...others] = outlines;
  return only && others.length === 0 ? only.code : outlines.map(({ code }) => code).join('\n');
}

/** Where a text makes no sense beside a piece that is another one now. */
export function errorsOutside(
  { errors }: Read,
  { start, end, text }: Piece,
  base: number,
): readonly Stretch[] {
  const by = text.length - (end - start);
  return errors.flatMap((each) => {
    if (each.start >= end + base) return [{ start: each.start + by, end: each.end + by }];
    return each.start < start + base ? [each] : [];
  });
}

export function withPiece(
  last: Read,
  source: SourceText,
  cell: number,
  piece: Piece,
  errors: readonly Stretch[],
): Read {
  const outlines = last.outlines.map((each, index) => (index === cell ? outlineWith(each, piece) : each));
  const left = errorsOutside(last, piece, source.startOf(cell));
  return { ...last, source, outlines, errors: [...left, ...errors] };
}

export function stretch({ start, end }: Stretch): Stretch {
  return { start, end };
}

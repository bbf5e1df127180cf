import type { BodyRange } from './outline';

/** A text with the bodies of its functions cut out, and the way from its offsets back to those of the whole text. */
export class Skeleton {
  readonly text: string;
  /** Starts of the pieces in `text`, and what is added there to come to the whole text. */
  private readonly starts: number[] = [];
  private readonly shifts: number[] = [];
  private piece = 0;

  constructor(
    whole: string,
    bodies: readonly BodyRange[],
    private readonly base: number,
  ) {
    const pieces: string[] = [];
    let length = 0;
    const add = (piece: string, shift: number) => {
      this.starts.push(length);
      this.shifts.push(shift);
      pieces.push(piece);
      length += piece.length;
    };
    let at = 0;
    for (const { end, first } of bodies) {
      add(whole.slice(at, first), at - length);
      // Behind the placeholder the text goes on at the body's end; its own start is that of the first statement.
      add('pass', first - length);
      at = end;
    }
    add(whole.slice(at), at - length);
    this.text = pieces.join('');
  }

  /** The offset in the whole text. Offsets are asked for in nearly rising order, so the last piece is a good guess. */
  readonly original = (offset: number): number => {
    const { starts } = this;
    while (this.piece > 0 && (starts[this.piece] ?? 0) > offset) this.piece--;
    while (this.piece + 1 < starts.length && (starts[this.piece + 1] ?? Infinity) <= offset) this.piece++;
    return offset + (this.shifts[this.piece] ?? 0) + this.base;
  };
}

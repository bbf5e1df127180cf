import { comparePositions, type Place, type Position } from '../../shared/positions';
import type { Difference } from '../edits';
import type { SourceText } from '../text';
import type { TraceStep, Usage } from '../usage';

/** Moves places of one text to where the same characters are in the next, one cell of which was edited. */
export class MovedPlaces {
  private lost = false;
  private readonly file: string;
  private readonly cell: number | null;
  private readonly start: Position;
  private readonly end: Position;
  private readonly endAfter: Position;

  constructor(before: SourceText, after: SourceText, index: number, { start, end, length }: Difference) {
    this.file = after.path;
    this.cell = after.cells[index]?.cell ?? null;
    const base = after.startOf(index);
    const edited = before.place(base + start, base + end).range;
    this.start = edited.start;
    this.end = edited.end;
    this.endAfter = after.place(base + start, base + start + length).range.end;
  }

  /** The same usage if nothing of it moves; null when one of its places lies in what was edited. */
  usage(usage: Usage): Usage | null {
    if (this.stays(usage)) return usage;
    this.lost = false;
    const moved = this.moved(usage);
    return this.lost ? null : moved;
  }

  private stays({ place, written, trace, revision, remoteCode }: Usage): boolean {
    const isBefore = (each: Place | null) => each === null || this.way(each) === 'stays';
    const areBefore = (steps: readonly TraceStep[]) => steps.every((step) => isBefore(step.place));
    return (
      isBefore(place) &&
      isBefore(revision?.place ?? null) &&
      isBefore(remoteCode) &&
      areBefore(trace) &&
      written.every((id) => isBefore(id.place) && areBefore(id.trace))
    );
  }

  private moved(usage: Usage): Usage {
    const { revision, remoteCode } = usage;
    return {
      ...usage,
      place: this.place(usage.place),
      written: usage.written.map((id) => ({
        ...id,
        place: id.place && this.place(id.place),
        trace: this.trace(id.trace),
      })),
      trace: this.trace(usage.trace),
      revision: revision && { ...revision, place: this.place(revision.place) },
      remoteCode: remoteCode && this.place(remoteCode),
    };
  }

  private way({ file, cell, range }: Place): 'stays' | 'moves' | 'lost' {
    if (file !== this.file || cell !== this.cell || comparePositions(range.end, this.start) <= 0)
      return 'stays';
    return comparePositions(range.start, this.end) < 0 ? 'lost' : 'moves';
  }

  private trace(steps: readonly TraceStep[]): TraceStep[] {
    return steps.map((step) => ({ ...step, place: this.place(step.place) }));
  }

  private place(place: Place): Place {
    const way = this.way(place);
    if (way === 'lost') this.lost = true;
    if (way !== 'moves') return place;
    const { start, end } = place.range;
    return { ...place, range: { start: this.position(start), end: this.position(end) } };
  }

  private position({ line, column }: Position): Position {
    const { end, endAfter } = this;
    return {
      line: line - end.line + endAfter.line,
      column: line === end.line ? column - end.column + endAfter.column : column,
    };
  }
}

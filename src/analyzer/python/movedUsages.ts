import { comparePositions, type Place, type Position } from '../../shared/positions';
import type { Difference } from '../edits';
import type { SourceText } from '../text';
import type { TraceStep, Usage } from '../usage';

/** The lines of a cell from the first to the last place of some usages in it. */
export interface Extent {
  readonly cell: number | null;
  readonly first: number;
  readonly last: number;
}

/** The lines that usages take up in their file; null when they have places in several cells, or none. */
export function extentOf(usages: Iterable<Usage | null>, file: string): Extent | null {
  let [first, last] = [Infinity, -1];
  const cells = new Set<number | null>();
  for (const usage of usages) {
    for (const place of usage ? placesOf(usage) : []) {
      if (place.file !== file) continue;
      cells.add(place.cell);
      first = Math.min(first, place.range.start.line);
      last = Math.max(last, place.range.end.line);
    }
  }
  const [cell, ...others] = cells;
  return cell === undefined || others.length > 0 ? null : { cell, first, last };
}

function placesOf({ place, written, trace, revision, remoteCode }: Usage): Place[] {
  const steps = [...trace, ...written.flatMap((id) => id.trace)];
  const single = [revision?.place, remoteCode, ...written.map((id) => id.place)];
  return [place, ...steps.map((step) => step.place), ...single.flatMap((each) => each ?? [])];
}

/** What becomes of a place; of several, what is worst. */
const stays = 0;
const moves = 1;
const lost = 2;

/** Moves places of one text to where the same characters are in the next, one cell of which was edited. */
export class MovedPlaces {
  readonly file: string;
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

  /** By how many lines all of an extent moves; null when its places have to be looked at one by one. */
  linesFor({ cell, first, last }: Extent): number | null {
    if (cell !== this.cell || last < this.start.line) return 0;
    return first > this.end.line ? this.endAfter.line - this.end.line : null;
  }

  /** The same usage if nothing of it moves; null when one of its places lies in what was edited. */
  usage(usage: Usage): Usage | null {
    const way = this.wayOf(usage);
    if (way === stays) return usage;
    return way === lost ? null : this.moved(usage);
  }

  private wayOf({ place, written, trace, revision, remoteCode }: Usage): number {
    let way = Math.max(this.way(place), this.wayOfAll(trace));
    if (revision) way = Math.max(way, this.way(revision.place));
    if (remoteCode) way = Math.max(way, this.way(remoteCode));
    for (const id of written) {
      if (id.place) way = Math.max(way, this.way(id.place));
      way = Math.max(way, this.wayOfAll(id.trace));
    }
    return way;
  }

  private wayOfAll(steps: readonly TraceStep[]): number {
    let way = stays;
    for (const { place } of steps) way = Math.max(way, this.way(place));
    return way;
  }

  private way({ file, cell, range: { start, end } }: Place): number {
    if (file !== this.file || cell !== this.cell) return stays;
    if (comparePositions(end, this.start) <= 0) return stays;
    if (comparePositions(start, this.end) < 0) return lost;
    const isSameLine = this.end.line === this.endAfter.line;
    return isSameLine && start.line > this.end.line ? stays : moves;
  }

  /** A usage of which some place moves. */
  moved(usage: Usage): Usage {
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

  private trace(steps: readonly TraceStep[]): TraceStep[] {
    return steps.map(({ step, place }) => ({ step, place: this.place(place) }));
  }

  private place(place: Place): Place {
    if (this.way(place) === stays) return place;
    const { file, cell, range } = place;
    return { file, cell, range: { start: this.position(range.start), end: this.position(range.end) } };
  }

  private position({ line, column }: Position): Position {
    const { end, endAfter } = this;
    return {
      line: line - end.line + endAfter.line,
      column: line === end.line ? column - end.column + endAfter.column : column,
    };
  }
}

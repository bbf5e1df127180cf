import type { TraceStep } from '../analyzer/usage';
import type { UsageEntry, UsedModel } from '../inventory/types';
import { contains, isWithin, type Place, type Position, type Range } from '../shared/positions';

/** The usage that a place belongs to, and the models it stands for there. */
export interface Found {
  readonly entry: UsageEntry;
  readonly models: readonly UsedModel[];
  /** The characters that were found: an id, a step of the trace, or the call. */
  readonly range: Range;
}

/** A point in a file. */
export interface Point {
  readonly file: string;
  readonly cell: number | null;
  readonly position: Position;
}

/**
 * What stands at a point: first an id's own characters, then a variable or default that a trace goes through, then
 * a loader call whose ids do not stand in it. The smallest range wins.
 */
export function findAt(entries: Iterable<UsageEntry>, point: Point): Found | null {
  let best: Found | null = null;
  for (const entry of entries) {
    for (const { place, models } of targetsOf(entry)) {
      if (isAt(place, point) && (best === null || isSmaller(place.range, best.range))) {
        best = { entry, models, range: place.range };
      }
    }
  }
  return best;
}

/** All places at which a usage shows itself, with the models that each of them stands for. */
function* targetsOf({
  usage,
  models,
}: UsageEntry): Generator<{ place: Place; models: readonly UsedModel[] }> {
  const ids = models.flatMap(({ written }) => (written?.place ? [written.place] : []));
  for (const model of models) {
    if (model.written?.place) yield { place: model.written.place, models: [model] };
    for (const { place } of innerSteps(model.written?.trace ?? usage.trace, usage.place)) {
      yield { place, models: models.filter((other) => passes(other, place)) };
    }
  }
  // A call that holds its id is no target: hovers on its other arguments belong to the language server.
  if (!ids.some((id) => isWithin(id, usage.place))) yield { place: usage.place, models };
}

/** The steps between the call and the literal that are a line's own text, not a whole block. */
function innerSteps(trace: readonly TraceStep[], call: Place): TraceStep[] {
  return trace.filter(
    ({ place }) => place.range.start.line === place.range.end.line && !isWithin(call, place),
  );
}

function passes({ written }: UsedModel, at: Place): boolean {
  return written?.trace.some(({ place }) => isWithin(place, at) && isWithin(at, place)) ?? true;
}

function isAt(place: Place, { file, cell, position }: Point): boolean {
  return place.file === file && place.cell === cell && contains(place.range, position);
}

function isSmaller(a: Range, b: Range): boolean {
  return lines(a) - lines(b) < 0 || (lines(a) === lines(b) && width(a) < width(b));
}

function lines({ start, end }: Range): number {
  return end.line - start.line;
}

function width({ start, end }: Range): number {
  return end.column - start.column;
}

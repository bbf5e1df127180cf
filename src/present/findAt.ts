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
    for (const target of targetsOf(entry)) {
      const { place } = target;
      if (!isAt(place, point) || (best && !isSmaller(place.range, best.range))) continue;
      best = { entry, models: modelsAt(target, entry), range: place.range };
    }
  }
  return best;
}

/** A place at which a usage shows itself: with one model, with those whose trace passes there, or with all. */
interface Target {
  readonly place: Place;
  readonly models: 'passing' | 'all' | UsedModel;
}

function* targetsOf({ usage, models }: UsageEntry): Generator<Target> {
  const steps = new Set<TraceStep>();
  let holdsId = false;
  for (const model of models) {
    const { written } = model;
    if (written?.place) {
      yield { place: written.place, models: model };
      holdsId ||= isWithin(written.place, usage.place);
    }
    for (const step of written?.trace ?? usage.trace) steps.add(step);
  }
  for (const { place } of steps) if (isInner(place, usage.place)) yield { place, models: 'passing' };
  // A call that holds its id is no target: hovers on its other arguments belong to the language server.
  if (!holdsId) yield { place: usage.place, models: 'all' };
}

function modelsAt({ place, models }: Target, entry: UsageEntry): readonly UsedModel[] {
  if (models === 'all') return entry.models;
  return models === 'passing' ? entry.models.filter((model) => passes(model, place)) : [models];
}

/** A step between the call and the literal that is a line's own text, not a whole block. */
function isInner(place: Place, call: Place): boolean {
  return place.range.start.line === place.range.end.line && !isWithin(call, place);
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

import type { Place } from '../../shared/positions';
import { difference, type Difference } from '../edits';
import type { SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import type { Asked, TraceStep, Usage } from '../usage';
import { keyOf } from './keys';
import { type Heard, type HeardInAll, inAll, type Listener } from './heard';

/** What was found at a call or expression: usages by the key that tells several of one node apart. */
export interface KeptUsages {
  readonly usages: ReadonlyMap<string, Usage | null>;
  readonly callee: HeardInAll;
  readonly ids: readonly HeardInAll[];
}

interface Work {
  readonly usages: Map<string, Usage | null>;
  callee: Heard | null;
  readonly ids: Heard[];
}

/** The usages of an open document from one text to the next: those that rest on nothing that changed are kept. */
export class UsageMemory {
  private kept = new Map<SyntaxNode, KeptUsages>();
  private works = new Map<SyntaxNode, Work>();
  private used = new Map<SyntaxNode, KeptUsages>();
  private source: SourceText | null = null;
  /** How many of the kept results rest on each result, and the steps that all of these took once. */
  private readonly rests = new Map<Heard, number>();
  private stepsOfRests = 0;

  constructor(private readonly listener: Listener) {}

  /** What the kept usages asked of the workspace. */
  get asked(): Asked[] {
    return [...this.kept.values()].flatMap(askedBy);
  }

  /** Steps that an analysis which finds out all that is kept would take at the most. */
  get steps(): number {
    return this.stepsOfRests;
  }

  clear(): void {
    this.kept.clear();
    this.rests.clear();
    this.stepsOfRests = 0;
  }

  /** Drops what rests on a changed key and moves the places of the rest to where they are in the new text. */
  start(source: SourceText, changed: ReadonlySet<string>): void {
    const before = this.source;
    this.source = source;
    this.works = new Map();
    this.used = new Map();
    if (!before || changed.has(keyOf.any)) this.clear();
    if (!before) return;
    const moved = difference(before.text, source.text);
    for (const [node, kept] of this.kept) {
      const still = restsOn(kept, changed) ? null : movedUsages(kept, moved, before, source);
      if (still) this.kept.set(node, still);
      else this.drop(node, kept);
    }
  }

  known(node: SyntaxNode): KeptUsages | undefined {
    const kept = this.kept.get(node);
    if (kept) this.used.set(node, kept);
    return kept;
  }

  /** Finds out what a callee is. */
  atCallee(node: SyntaxNode, work: () => void): void {
    const { heard } = this.listener.during(work);
    this.work(node).callee = heard;
  }

  /** Reads one usage of a node. */
  atUsage(node: SyntaxNode, key: string, work: () => Usage | null): Usage | null {
    const { value, heard } = this.listener.during(work);
    this.work(node).ids.push(heard);
    this.work(node).usages.set(key, value);
    return value;
  }

  /** All is found: from now on it is what is kept. */
  finish(): readonly KeptUsages[] {
    for (const [node, { usages, callee, ids }] of this.works) {
      if (!callee) continue;
      const found = { usages, callee: inAll(callee), ids: ids.map(inAll) };
      this.used.set(node, found);
      this.count(found, 1);
    }
    for (const [node, kept] of this.kept) if (!this.used.has(node)) this.drop(node, kept);
    this.kept = this.used;
    return [...this.kept.values()];
  }

  private drop(node: SyntaxNode, kept: KeptUsages): void {
    this.kept.delete(node);
    this.count(kept, -1);
  }

  private count({ callee, ids }: KeptUsages, by: 1 | -1): void {
    for (const { all } of [callee, ...ids]) {
      for (const heard of all) {
        const before = this.rests.get(heard) ?? 0;
        if (before + by > 0) this.rests.set(heard, before + by);
        else this.rests.delete(heard);
        if (before === 0) this.stepsOfRests += heard.steps;
        else if (before + by === 0) this.stepsOfRests -= heard.steps;
      }
    }
  }

  private work(node: SyntaxNode): Work {
    const work = this.works.get(node) ?? { usages: new Map<string, Usage | null>(), callee: null, ids: [] };
    this.works.set(node, work);
    return work;
  }
}

export function askedBy({ callee, ids }: KeptUsages): Asked[] {
  return [callee, ...ids].flatMap(({ asked }) => [...asked]);
}

function restsOn({ callee, ids }: KeptUsages, changed: ReadonlySet<string>): boolean {
  return [callee, ...ids].some(({ keys }) => {
    if (keys.has(keyOf.any)) return true;
    for (const key of keys) if (changed.has(key)) return true;
    return false;
  });
}

/** Null when a place lies in what changed. */
function movedUsages(
  kept: KeptUsages,
  moved: Difference | null,
  before: SourceText,
  after: SourceText,
): KeptUsages | null {
  if (!moved) return kept;
  const mover = new Mover(moved, before, after);
  const usages = new Map([...kept.usages].map(([key, usage]) => [key, usage && mover.usage(usage)]));
  return mover.lost ? null : { ...kept, usages };
}

/** Moves places of one text to where the same characters are in another. */
class Mover {
  lost = false;

  constructor(
    private readonly moved: Difference,
    private readonly before: SourceText,
    private readonly after: SourceText,
  ) {}

  usage(usage: Usage): Usage {
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
    return steps.map((each) => ({ ...each, place: this.place(each.place) }));
  }

  private place(place: Place): Place {
    if (place.file !== this.before.path) return place;
    const { start, end } = place.range;
    const from = this.before.offsetOf(place.cell, start);
    const to = this.before.offsetOf(place.cell, end);
    const { start: first, end: last, length } = this.moved;
    if (to <= first) return place;
    if (from < last) this.lost = true;
    const by = first + length - last;
    return this.after.place(from + by, to + by);
  }
}

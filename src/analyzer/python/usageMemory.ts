import type { CellEdit } from '../edits';
import type { SyntaxNode } from '../syntax';
import type { WorkspaceView } from '../source';
import type { SourceText } from '../text';
import type { Usage } from '../usage';
import { Dependents } from './dependents';
import { type Heard, type HeardInAll, inAll, type Listener } from './heard';
import { keyOf } from './keys';
import type { KnownAsked } from './world';
import { type Extent, extentOf, MovedPlaces } from './movedUsages';
import type { Changes } from './openIndex';
import { RelevanceMemory } from './relevanceMemory';

/** What was found at a call or expression: usages by the key that tells several of one node apart. */
export interface KeptUsages {
  readonly usages: ReadonlyMap<string, Usage | null>;
  readonly extent: Extent | null;
  readonly heard: HeardInAll;
}

interface Work {
  readonly usages: Map<string, Usage | null>;
  readonly heard: Heard[];
}

/** The usages of an open document from one text to the next: those that rest on nothing that changed are kept. */
export class UsageMemory {
  readonly relevance = new RelevanceMemory();
  private readonly kept = new Map<SyntaxNode, KeptUsages>();
  private readonly dependents = new Dependents();
  /** What is found in this text. */
  private readonly works = new Map<SyntaxNode, Work>();
  /** Where what was kept is found again in this text. */
  private readonly used = new Set<SyntaxNode>();
  private source: SourceText | null = null;
  private workspace: WorkspaceView | null = null;

  constructor(private readonly listener: Listener) {}

  /**
   * Drops what rests on something that changed, here or in the workspace, and moves the places of the rest to where they are
   * in the new text.
   */
  start(
    source: SourceText,
    { keys, functions }: Changes,
    edit: CellEdit | null,
    workspace: WorkspaceView,
  ): void {
    const before = this.source;
    this.source = source;
    this.workspace = workspace;
    this.works.clear();
    this.used.clear();
    this.relevance.forget(keys);
    if (!before || !edit || keys.has(keyOf.any)) this.clear();
    else {
      for (const node of [...this.dependents.reachedFrom(workspace)]) this.forget(node);
      if (!edit.made) return;
      for (const node of [...this.dependents.reachedBy(keys, functions)]) this.forget(node);
      this.move(new MovedPlaces(before, source, edit.index, edit.made));
    }
  }

  known(node: SyntaxNode): KeptUsages | undefined {
    const kept = this.kept.get(node);
    if (kept) this.used.add(node);
    return kept;
  }

  /** What the usages rest on that are known again. */
  get heardBefore(): HeardInAll[] {
    return [...this.kept.values()].map(({ heard }) => heard);
  }

  /** What was asked of the workspace for their sake. */
  get askedBefore(): KnownAsked {
    return this.dependents.asked;
  }

  /** Finds out what a callee is. */
  atCallee(node: SyntaxNode, work: () => void): void {
    this.work(node).heard.push(this.listener.during(work).heard);
  }

  /** Reads one usage of a node. */
  atUsage(node: SyntaxNode, key: string, work: () => Usage | null): Usage | null {
    const { value, heard } = this.listener.during(work);
    this.work(node).heard.push(heard);
    this.work(node).usages.set(key, value);
    return value;
  }

  /** All nodes have been looked at: what was kept for others is of no use any more. */
  forgetOthers(): void {
    for (const node of this.kept.keys()) if (!this.used.has(node)) this.forget(node);
  }

  /** All is found: from now on it is kept. */
  finish(): void {
    for (const [node, work] of this.works) {
      const { usages } = work;
      const heard = inAll(work.heard);
      this.kept.set(node, { usages, extent: extentOf(usages.values(), this.source?.path ?? ''), heard });
      if (this.workspace) this.dependents.add(node, heard, this.workspace);
    }
  }

  private work(node: SyntaxNode): Work {
    const work = this.works.get(node) ?? { usages: new Map<string, Usage | null>(), heard: [] };
    this.works.set(node, work);
    return work;
  }

  /** Usages whose lines are not known apart are looked at one by one; those before the edit cost nothing. */
  private move(places: MovedPlaces): void {
    for (const [node, kept] of this.kept) {
      const still = moved(kept, places);
      if (!still) this.forget(node);
      else if (still !== kept) this.kept.set(node, still);
    }
  }

  private forget(node: SyntaxNode): void {
    const kept = this.kept.get(node);
    if (kept) this.dependents.remove(node, kept.heard);
    this.kept.delete(node);
  }

  private clear(): void {
    this.kept.clear();
    this.dependents.clear();
  }
}

/** Null when a place lies in what changed. */
function moved(kept: KeptUsages, places: MovedPlaces): KeptUsages | null {
  const { extent } = kept;
  if (!extent) return movedOneByOne(kept, places);
  const lines = places.linesFor(extent);
  if (lines === null) return movedOneByOne(kept, places);
  if (lines === 0) return kept;
  const usages = new Map<string, Usage | null>();
  for (const [key, usage] of kept.usages) usages.set(key, usage && places.moved(usage));
  const { cell, first, last } = extent;
  return { ...kept, usages, extent: { cell, first: first + lines, last: last + lines } };
}

function movedOneByOne(kept: KeptUsages, places: MovedPlaces): KeptUsages | null {
  let usages: Map<string, Usage | null> | null = null;
  for (const [key, usage] of kept.usages) {
    const still = usage && places.usage(usage);
    if (usage && !still) return null;
    if (still !== usage) (usages ??= new Map(kept.usages)).set(key, still);
  }
  return usages ? { ...kept, usages, extent: extentOf(usages.values(), places.file) } : kept;
}

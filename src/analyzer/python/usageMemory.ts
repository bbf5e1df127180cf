import type { CellEdit } from '../edits';
import type { SyntaxNode } from '../syntax';
import type { WorkspaceView } from '../source';
import type { SourceText } from '../text';
import type { Asked, Usage } from '../usage';
import { type Heard, type HeardInAll, inAll, type Listener } from './heard';
import { keyOf } from './keys';
import { MovedPlaces } from './movedUsages';
import type { Changes } from './openIndex';

/** What was found at a call or expression: usages by the key that tells several of one node apart. */
export interface KeptUsages {
  readonly usages: ReadonlyMap<string, Usage | null>;
  readonly callee: HeardInAll;
  readonly ids: readonly HeardInAll[];
  /** What the workspace said to each thing that was asked. */
  readonly answers: readonly Answered[];
}

interface Answered {
  readonly asked: Asked;
  readonly answer: unknown;
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
    this.works = new Map();
    this.used = new Map();
    if (!before || !edit || keys.has(keyOf.any)) this.kept = new Map();
    if (!before || !edit || this.kept.size === 0) return;
    const places = edit.made && new MovedPlaces(before, source, edit.index, edit.made);
    for (const [node, kept] of this.kept) {
      const holds = !restsOn(kept, keys, functions) && kept.answers.every((each) => isStill(each, workspace));
      const still = holds ? moved(kept, places) : null;
      if (still) this.kept.set(node, still);
      else this.kept.delete(node);
    }
  }

  known(node: SyntaxNode): KeptUsages | undefined {
    const kept = this.kept.get(node);
    if (kept) this.used.set(node, kept);
    return kept;
  }

  /** What the usages rest on that are known again. */
  get heardBefore(): HeardInAll[] {
    return [...this.used.values()].flatMap(({ callee, ids }) => [callee, ...ids]);
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
  finish(): void {
    const { workspace } = this;
    for (const [node, { usages, callee, ids }] of this.works) {
      if (!callee) continue;
      const ofCallee = inAll(callee);
      const ofIds = ids.map(inAll);
      const answers = [...ofCallee.asked, ...ofIds.flatMap(({ asked }) => asked)].map((asked) => ({
        asked,
        answer: workspace && answerTo(asked, workspace),
      }));
      this.used.set(node, { usages, callee: ofCallee, ids: ofIds, answers });
    }
    this.kept = this.used;
  }

  private work(node: SyntaxNode): Work {
    const work = this.works.get(node) ?? { usages: new Map<string, Usage | null>(), callee: null, ids: [] };
    this.works.set(node, work);
    return work;
  }
}

function isStill({ asked, answer }: Answered, workspace: WorkspaceView): boolean {
  return answerTo(asked, workspace) === answer;
}

function answerTo({ kind, path }: Asked, workspace: WorkspaceView): unknown {
  if (kind === 'module') return workspace.source(path);
  return kind === 'config' ? workspace.config(path) : workspace.path(path);
}

function restsOn(
  { callee, ids }: KeptUsages,
  changed: ReadonlySet<string>,
  functions: ReadonlySet<SyntaxNode>,
): boolean {
  return [callee, ...ids].some(({ keys, bodies }) => {
    if (keys.has(keyOf.any) || bodies.some((body) => functions.has(body))) return true;
    for (const key of keys) if (changed.has(key)) return true;
    return false;
  });
}

/** Null when a place lies in what changed. */
function moved(kept: KeptUsages, places: MovedPlaces | null): KeptUsages | null {
  if (!places) return kept;
  const usages = new Map<string, Usage | null>();
  let isSame = true;
  for (const [key, usage] of kept.usages) {
    const still = usage && places.usage(usage);
    if (usage && !still) return null;
    isSame &&= still === usage;
    usages.set(key, still);
  }
  return isSame ? kept : { ...kept, usages };
}

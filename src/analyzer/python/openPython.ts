import type { Parser } from 'web-tree-sitter';
import type { OpenDocument, TextChange } from '../analyzer';
import { changedDocument } from '../changes';
import type { SourceDocument, WorkspaceView } from '../source';
import type { SourceText } from '../text';
import type { Asked, FileFacts } from '../usage';
import { deepest, leastPerUsage, stepsPerCallee, stepsPerFile, stepsPerUsage } from './evaluator';
import { Listener } from './heard';
import { KeptModule } from './keptModule';
import type { PythonModule } from './module';
import type { Outline } from './outline';
import { askedBy, type KeptUsages, UsageMemory } from './usageMemory';

/** What an analysis keeps of an open document for the next one. */
export class OpenState {
  readonly listener = new Listener();
  readonly memory = new UsageMemory(this.listener);
  private readonly kept: KeptModule;
  private changed = new Set<string>();
  /** Then it is analysed as a whole from then on. */
  private isTooInvolved = false;
  private answers = new Map<string, unknown>();

  constructor(parser: Parser, cells: number) {
    this.kept = new KeptModule(parser, cells, this.listener);
  }

  /** The module of the text as it is now; null when that has to be read as a whole. */
  module(source: SourceText, outlines: readonly Outline[], workspace: WorkspaceView): PythonModule | null {
    if (this.isTooInvolved) return null;
    const module = this.kept.read(source, outlines, this.changed);
    if (!module) return null;
    if (this.memory.asked.some((asked) => answer(workspace, asked) !== this.answers.get(nameOf(asked)))) {
      this.memory.clear();
    }
    this.memory.start(source, this.changed);
    this.changed = new Set();
    return module;
  }

  /**
   * All is found, after `steps` steps. False when an analysis from nothing might have run out of steps, or gone too deep,
   * where this one did not: then nothing is kept, and the answer does not count.
   */
  finish(steps: number, workspace: WorkspaceView): boolean {
    const found = this.memory.finish();
    this.isTooInvolved = !isSmall(found, steps + this.memory.steps);
    if (this.isTooInvolved) return false;
    const asked = found.flatMap(askedBy);
    this.answers = new Map(asked.map((each) => [nameOf(each), answer(workspace, each)]));
    return true;
  }

  dispose(): void {
    this.kept.dispose();
  }
}

/** An open Python file or notebook. */
export class OpenPython implements OpenDocument {
  private readonly state: OpenState;

  constructor(
    private document: SourceDocument,
    parser: Parser,
    private readonly analyze: (
      document: SourceDocument,
      workspace: WorkspaceView,
      state: OpenState,
    ) => FileFacts,
  ) {
    this.state = new OpenState(parser, document.cells.length);
  }

  edit(cell: number | null, changes: readonly TextChange[]): void {
    this.document = changedDocument(this.document, cell, changes);
  }

  facts(workspace: WorkspaceView): FileFacts {
    return this.analyze(this.document, workspace, this.state);
  }

  dispose(): void {
    this.state.dispose();
  }
}

/** Whether no step of the analysis is refused, in whatever order things are found out, when it takes so many at the most. */
function isSmall(found: readonly KeptUsages[], steps: number): boolean {
  const ids = found.flatMap((each) => each.ids);
  const all = [...found.map(({ callee }) => callee), ...ids];
  const left = stepsPerFile - steps;
  const perUsage = Math.max(leastPerUsage, Math.min(stepsPerUsage, left / Math.max(ids.length, 1)));
  return (
    left > stepsPerCallee &&
    all.every(({ height }) => height < deepest) &&
    found.every(({ callee }) => callee.steps < stepsPerCallee) &&
    ids.every((each) => each.steps < perUsage)
  );
}

function nameOf({ kind, path }: Asked): string {
  return `${kind}:${path}`;
}

function answer(workspace: WorkspaceView, { kind, path }: Asked): unknown {
  if (kind === 'module') return workspace.source(path);
  return kind === 'config' ? workspace.config(path) : workspace.path(path);
}

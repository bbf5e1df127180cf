import type { Parser } from 'web-tree-sitter';
import type { OpenDocument, TextChange } from '../analyzer';
import { changedDocument } from '../changes';
import type { SourceDocument, WorkspaceView } from '../source';
import type { SourceText } from '../text';
import type { FileFacts } from '../usage';
import { Listener } from './heard';
import { noChanges } from './openIndex';
import { type OpenedModule, OpenModule } from './openModule';
import { UsageMemory } from './usageMemory';

/** What an analysis keeps of an open document for the next one. */
export class OpenState {
  readonly listener = new Listener();
  readonly memory = new UsageMemory(this.listener);
  private readonly open: OpenModule;

  constructor(parser: Parser) {
    this.open = new OpenModule(parser, this.listener);
  }

  /** The module of the text as it is now; null when that has to be read as a whole. */
  module(source: SourceText, workspace: WorkspaceView): OpenedModule | null {
    const changes = noChanges();
    const read = this.open.read(source, changes);
    if (!read) return null;
    this.memory.start(source, changes, read.edit, workspace);
    return read;
  }

  /** All is found: from now on it is what is kept. */
  finish(): void {
    this.open.asHeard(() => this.memory.heardBefore);
    this.memory.finish();
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
    this.state = new OpenState(parser);
  }

  edit(cell: number | null, changes: readonly TextChange[]): void {
    this.document = changedDocument(this.document, cell, changes);
  }

  facts(workspace: WorkspaceView): FileFacts {
    return this.analyze(this.document, workspace, this.state);
  }

  dispose(): void {
    // Nothing of the parser's outlives a call.
  }
}

import type { OpenDocument, TextChange } from '../analyzer';
import { changedDocument } from '../changes';
import type { SourceDocument, WorkspaceView } from '../source';
import type { FileFacts } from '../usage';

/** An open document of a language that is read anew after each edit: such files are small. */
export class ReanalysedDocument implements OpenDocument {
  constructor(
    private document: SourceDocument,
    private readonly analyze: (document: SourceDocument, workspace: WorkspaceView) => FileFacts,
  ) {}

  edit(cell: number | null, changes: readonly TextChange[]): void {
    this.document = changedDocument(this.document, cell, changes);
  }

  facts(workspace: WorkspaceView): FileFacts {
    return this.analyze(this.document, workspace);
  }

  dispose(): void {
    // Nothing outlives a call.
  }
}

import type { OpenDocument, TextChange } from '../analyzer';
import type { SourceDocument, WorkspaceView } from '../source';
import type { FileFacts } from '../usage';

/** An open document of a language that is read anew after each edit: such files are small. */
export class ReanalysedDocument implements OpenDocument {
  constructor(
    private document: SourceDocument,
    private readonly analyze: (document: SourceDocument, workspace: WorkspaceView) => FileFacts,
  ) {}

  edit(cell: number | null, changes: readonly TextChange[]): void {
    const cells = this.document.cells.map((each) =>
      each.cell === cell ? { ...each, text: changes.reduce(changed, each.text) } : each,
    );
    this.document = { ...this.document, cells };
  }

  facts(workspace: WorkspaceView): FileFacts {
    return this.analyze(this.document, workspace);
  }

  dispose(): void {
    // Nothing outlives a call.
  }
}

function changed(text: string, { start, end, text: inserted }: TextChange): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

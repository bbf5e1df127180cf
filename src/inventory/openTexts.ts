import type { Analyzer, OpenDocument } from '../analyzer/analyzer';
import { difference } from '../analyzer/edits';
import type { SourceDocument, WorkspaceView } from '../analyzer/source';
import type { FileFacts } from '../analyzer/usage';
import type { Disposable } from '../shared/disposable';

/** Open documents that are kept; the one that was not asked for the longest is let go first. */
const mostKept = 12;

interface Kept {
  document: SourceDocument;
  readonly open: OpenDocument;
}

/**
 * The documents that are open in an editor: a text that came from the last one by a few keys costs what they changed. What
 * changed is told by the texts themselves, so that no event that went missing can make the two differ.
 */
export class OpenTexts implements Disposable {
  private readonly kept = new Map<string, Kept>();

  /** The facts of a document as it is now. */
  facts(document: SourceDocument, analyzer: Analyzer, workspace: WorkspaceView): FileFacts {
    return this.at(document, analyzer).open.facts(workspace);
  }

  forget(path: string): void {
    this.kept.get(path)?.open.dispose();
    this.kept.delete(path);
  }

  dispose(): void {
    for (const path of [...this.kept.keys()]) this.forget(path);
  }

  private at(document: SourceDocument, analyzer: Analyzer): Kept {
    const { path } = document;
    const known = this.kept.get(path);
    const isSame = known && sameCells(known.document, document);
    if (isSame) edit(known, document);
    else this.forget(path);
    const kept = isSame ? known : { document, open: analyzer.openDocument(document) };
    this.kept.delete(path);
    this.kept.set(path, kept);
    for (const oldest of [...this.kept.keys()].slice(0, -mostKept)) this.forget(oldest);
    return kept;
  }
}

/** Whether one document can become the other by edits of its cells. */
function sameCells(a: SourceDocument, b: SourceDocument): boolean {
  return (
    a.language === b.language &&
    a.cells.length === b.cells.length &&
    a.cells.every(({ cell }, index) => cell === b.cells[index]?.cell)
  );
}

function edit(kept: Kept, document: SourceDocument): void {
  document.cells.forEach(({ cell, text }, index) => {
    const made = difference(kept.document.cells[index]?.text ?? '', text);
    if (!made) return;
    const { start, end, length } = made;
    kept.open.edit(cell, [{ start, end, text: text.slice(start, start + length) }]);
  });
  kept.document = document;
}

import { type CancellationToken, Hover, type HoverProvider, type Position, type TextDocument } from 'vscode';
import type { ModelFinder } from './modelFinder';
import { modelMarkdown } from './modelMarkdown';
import type { OpenDocuments } from './openDocuments';
import { toEditorRange } from './positions';

/** Shows the record of the model under the mouse, with its judgement for this project. */
export class ModelHover implements HoverProvider {
  constructor(
    private readonly finder: ModelFinder,
    private readonly documents: OpenDocuments,
  ) {}

  async provideHover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | null> {
    await this.documents.ensure(document);
    const found = token.isCancellationRequested ? null : this.finder.at(document, position);
    if (!found) return null;
    const markdown = modelMarkdown(this.finder, found.folder, found.entry, found.models);
    return new Hover(markdown, toEditorRange(found.range));
  }
}

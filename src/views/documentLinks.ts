import {
  type CancellationToken,
  DocumentLink,
  type DocumentLinkProvider,
  type TextDocument,
  Uri,
} from 'vscode';
import { hubPage } from '../present/hubPage';
import { shown } from '../present/shown';
import { message } from '../shared/message';
import { cellIndexOf, sourceOf } from './documents';
import type { Folders } from './folders';
import type { OpenDocuments } from './openDocuments';
import { toEditorRange } from './positions';
import { localize } from './words';

/** Ids that lead to their page on the hub. */
export class ModelLinks implements DocumentLinkProvider {
  constructor(
    private readonly folders: Folders,
    private readonly documents: OpenDocuments,
  ) {}

  async provideDocumentLinks(document: TextDocument, token: CancellationToken): Promise<DocumentLink[]> {
    await this.documents.ensure(document);
    const source = token.isCancellationRequested ? null : sourceOf(document);
    const located = source && this.folders.locate(source.uri);
    if (!located || !this.folders.visible.includes(located.folder)) return [];
    const cell = cellIndexOf(document);
    const { folder, path } = located;
    const links = new Map<string, DocumentLink>();
    for (const { usage, models } of folder.inventory.fileEntry(path)?.usages ?? []) {
      for (const { id, lookup, written } of models) {
        const page = lookup.answer === 'local' ? null : hubPage(id, usage.hub);
        const place = written?.place;
        if (!page || place?.file !== path || place.cell !== cell) continue;
        const link = new DocumentLink(toEditorRange(place.range), Uri.parse(page, true));
        link.tooltip = localize(message('Hub page of {0}', shown(id)));
        // An id that two calls load is one link.
        links.set(`${place.range.start.line}:${place.range.start.column}`, link);
      }
    }
    return [...links.values()];
  }
}

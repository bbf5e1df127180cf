import {
  type CancellationToken,
  DocumentLink,
  type DocumentLinkProvider,
  type TextDocument,
  Uri,
} from 'vscode';
import { hubPage } from '../present/hubPage';
import type { WrittenModel } from '../present/idsInFile';
import { shown } from '../present/shown';
import { message } from '../shared/message';
import { documentIds } from './documentIds';
import type { Folders } from './folders';
import type { OpenDocuments } from './openDocuments';
import { toEditorRange } from './positions';
import { localize } from './words';

/** Ids that lead to their page on the hub. */
export class ModelLinks implements DocumentLinkProvider {
  constructor(private readonly parts: { readonly folders: Folders; readonly documents: OpenDocuments }) {}

  async provideDocumentLinks(document: TextDocument, token: CancellationToken): Promise<DocumentLink[]> {
    const found = await documentIds(document, this.parts, token);
    return (found?.ids ?? []).flatMap(linkOf);
  }
}

function linkOf({ range, usage, model }: WrittenModel): DocumentLink[] {
  const page = model.lookup.answer === 'local' ? null : hubPage(model.id, usage.hub);
  if (!page) return [];
  const link = new DocumentLink(toEditorRange(range), Uri.parse(page, true));
  link.tooltip = localize(message('Hub page of {0}', shown(model.id)));
  return [link];
}

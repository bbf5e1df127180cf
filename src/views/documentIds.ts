import type { CancellationToken, TextDocument } from 'vscode';
import { idsInFile, type WrittenModel } from '../present/idsInFile';
import { cellIndexOf, sourceOf } from './documents';
import type { Folder } from './folder';
import type { Folders } from './folders';
import type { OpenDocuments } from './openDocuments';

/** The ids that are written in a document, and the folder it belongs to. */
export interface DocumentIds {
  readonly folder: Folder;
  readonly ids: readonly WrittenModel[];
}

/** What links, lenses and hints are made from, as new as the document's text; null where there is nothing to show. */
export async function documentIds(
  document: TextDocument,
  { folders, documents }: { readonly folders: Folders; readonly documents: OpenDocuments },
  token: CancellationToken,
): Promise<DocumentIds | null> {
  await documents.ensure(document);
  const source = token.isCancellationRequested ? null : sourceOf(document);
  const located = source && folders.locate(source.uri);
  if (!located || !folders.visible.includes(located.folder)) return null;
  const { folder, path } = located;
  return { folder, ids: idsInFile(folder.inventory.fileEntry(path), cellIndexOf(document)) };
}

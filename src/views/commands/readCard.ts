import { type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { askForFields } from '../../cards/asked/ask';
import type { Card, CardSubject } from '../../cards/card';
import { extractCard } from '../../cards/extract';
import { cardTexts } from '../../cards/summary';
import type { ModelRecord } from '../../db/record';
import { editorModel } from '../../platform/vscode/languageModel';
import { cardText } from '../../present/cardText';
import { Row } from '../../present/tree/row';
import type { CancelSignal } from '../../shared/fetch';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { CatalogueStore } from '../catalogue';
import type { HubLookup } from '../hubLookup';
import { withCancel } from '../hubProgress';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import type { ModelFinder } from '../modelFinder';
import type { OpenDocuments } from '../openDocuments';
import { localize, today } from '../words';
import { modelOf } from './arguments';

/** What reading a card works with. */
export interface ReadCardParts {
  readonly folders: Folders;
  readonly lookup: Pick<HubLookup, 'card'>;
  readonly catalogues: CatalogueStore;
  readonly finder: ModelFinder;
  readonly documents: OpenDocuments;
}

/** A card to read, and the record that its fields belong to. */
interface Source {
  readonly text: string;
  readonly record: ModelRecord | null;
}

/**
 * Reads a card by the rules and asks the user's own assistant for what they leave open. The card is that of the model that is named,
 * else the Markdown file in front, else that of the model under the cursor. Shows the fields with their lines, and keeps those of a
 * model of the catalogue.
 */
export async function readCard(parts: ReadCardParts, argument: unknown): Promise<void> {
  const ask = await editorModel();
  if (!ask)
    throw new UserError(message('the editor offers no language model: install or sign in to an assistant'));
  const done = await withCancel(message('reading the model card'), async (_, signal) => {
    const source = await sourceOf(parts, argument, signal);
    const card = extractCard(source.text, source.record ? subjectOf(source.record) : {});
    const asked = await askForFields(source.text, card, ask, signal);
    if (asked.ok) return { ...asked.value, record: source.record };
    if (signal.cancelled) return null;
    throw new UserError(asked.error);
  });
  if (!done) return;
  if (done.record) await keep(parts.catalogues, done.record, done.card);
  const content = cardText(done.card, done.refused, localize);
  const document = await workspace.openTextDocument({ language: 'plaintext', content });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

async function sourceOf(parts: ReadCardParts, argument: unknown, signal: CancelSignal): Promise<Source> {
  const local = localOf(parts.folders, argument);
  if (local) return localSource(local.folder, local.file);
  const named = modelOf(argument);
  if (named) return hubSource(parts, named.id, signal);
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return { text: editor.document.getText(), record: null };
  if (editor) await parts.documents.ensure(editor.document);
  const found = editor && parts.finder.at(editor.document, editor.selection.active);
  const [model] = found?.models ?? [];
  if (!found || !model)
    throw new UserError(message('put the cursor on a model id, or open a model card (a Markdown file)'));
  return model.lookup.answer === 'local'
    ? localSource(found.folder, model.lookup.card?.file)
    : hubSource(parts, model.id, signal);
}

/** The local model that a row of the inventory stands for, and its card. */
function localOf(
  folders: Folders,
  argument: unknown,
): { readonly folder: Folder; readonly file: string | undefined } | null {
  const subject = argument instanceof Row ? argument.content.subject : undefined;
  const folder = subject && folders.byKey(subject.folder);
  const lookup = subject?.model?.lookup;
  return folder && lookup?.answer === 'local' ? { folder, file: lookup.card?.file } : null;
}

async function localSource(folder: Folder, file: string | undefined): Promise<Source> {
  if (file === undefined || !folder.uri)
    throw new UserError(message('there is no README.md beside this model'));
  const document: TextDocument = await workspace.openTextDocument(Uri.joinPath(folder.uri, file));
  return { text: document.getText(), record: null };
}

async function hubSource(
  { lookup, catalogues }: ReadCardParts,
  id: string,
  signal: CancelSignal,
): Promise<Source> {
  const card = await lookup.card(id, signal);
  if (!card.ok) throw new UserError(message('{0}: {1}', id, localize(card.error)));
  const opened = await catalogues.open();
  const found = opened.ok ? opened.value.lookup({ hub: 'huggingface', library: '', written: id }) : null;
  return { text: card.value, record: found && 'record' in found ? found.record : null };
}

function subjectOf({ id, frameworks, task, library }: ModelRecord): CardSubject {
  return { id, tags: frameworks, ...(task ? { task } : {}), libraries: library ? [library] : [] };
}

async function keep(catalogues: CatalogueStore, record: ModelRecord, { fields }: Card): Promise<void> {
  const source = { name: 'model card, read with a language model', date: today() };
  const read = { ...record, card: cardTexts(fields), sources: { ...record.sources, card: source } };
  const kept = await (await catalogues.overlay()).add([{ record: read, aliases: [] }], today());
  if (!kept.ok) throw new UserError(kept.error);
}

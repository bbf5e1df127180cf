import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionItemProvider,
  type Position,
  type Range,
  type TextDocument,
} from 'vscode';
import type { KnownModels } from '../db/layered';
import type { ModelRecord } from '../db/record';
import { suggestion } from '../present/suggestion';
import type { Result } from '../shared/result';
import { type FoundModel, type ModelFinder } from './modelFinder';
import type { OpenDocuments } from './openDocuments';
import { toEditorRange } from './positions';
import { currentReader } from './words';

/** Ids that are offered at a time. */
const offered = 50;

/** Offers ids of the catalogue inside the id of a loader call: those of its task and library first, by downloads. */
export class IdCompletion implements CompletionItemProvider {
  static readonly triggers = ['"', "'", '/', '-'];

  constructor(
    private readonly finder: ModelFinder,
    private readonly documents: OpenDocuments,
    private readonly catalogue: () => Promise<Result<KnownModels>>,
  ) {}

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<CompletionList | null> {
    await this.documents.ensure(document);
    const found = token.isCancellationRequested ? null : this.finder.at(document, position);
    if (!found || found.entry.usage.hub !== 'huggingface' || !isOnId(found)) return null;
    const opened = await this.catalogue();
    if (!opened.ok || token.isCancellationRequested) return null;
    const range = toEditorRange(found.range);
    const typed = document.getText(range.with({ end: position }));
    const records = search(opened.value, typed, found);
    return new CompletionList(
      records.map((record, index) => item(record, index, range)),
      true,
    );
  }
}

/** Whether what was found is the id itself, not a call or a variable that leads to it. */
function isOnId({ entry, range }: FoundModel): boolean {
  return entry.models.some(({ written }) => written?.place?.range === range);
}

function search(catalogue: KnownModels, typed: string, { entry: { usage } }: FoundModel): ModelRecord[] {
  const text = typed.replace(/[/\s]+/g, ' ').trim();
  const narrow = { text, library: usage.library, limit: offered };
  const found = [
    ...(usage.task === null ? [] : catalogue.search({ ...narrow, task: usage.task })),
    ...catalogue.search(narrow),
    ...catalogue.search({ text, limit: offered }),
  ];
  return [...new Map(found.map((record) => [record.id, record])).values()].slice(0, offered);
}

function item(record: ModelRecord, index: number, range: Range): CompletionItem {
  const { id, label, license, detail } = suggestion(record, currentReader());
  const completion = new CompletionItem({ label, description: license }, CompletionItemKind.Value);
  completion.insertText = id;
  completion.filterText = id;
  completion.detail = detail;
  completion.sortText = String(index).padStart(4, '0');
  completion.range = range;
  return completion;
}

import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  type Event,
  EventEmitter,
  type TextDocument,
} from 'vscode';
import { longSummary } from '../present/summary';
import { DisposableOwner } from '../shared/disposable';
import { message } from '../shared/message';
import { documentIds } from './documentIds';
import type { Folders } from './folders';
import { commandIds } from './ids';
import type { OpenDocuments } from './openDocuments';
import { toEditorRange } from './positions';
import type { SettingsStore } from './settings';
import { currentReader, localize } from './words';

/** What lenses and hints ask. */
export interface LensParts {
  readonly folders: Folders;
  readonly documents: OpenDocuments;
  readonly settings: SettingsStore;
}

/** A line above each model: its licence, whether that fits, how much it is used. Off unless the user wants it. */
export class ModelLenses extends DisposableOwner implements CodeLensProvider {
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChangeCodeLenses: Event<void> = this.changed.event;

  constructor(private readonly parts: LensParts) {
    super();
    this.register(parts.folders.onDidChange(() => this.changed.fire()));
    this.register(parts.settings.onDidChange(() => this.changed.fire()));
  }

  async provideCodeLenses(document: TextDocument, token: CancellationToken): Promise<CodeLens[]> {
    if (!this.parts.settings.current.codeLens) return [];
    const found = await documentIds(document, this.parts, token);
    return (found?.ids ?? []).map(({ range, model }) => {
      const tooltip = localize(message('Show all usages of this model'));
      const title = longSummary(model, currentReader());
      return new CodeLens(toEditorRange(range), {
        command: commandIds.showUsages,
        title,
        tooltip,
        arguments: [model.id],
      });
    });
  }
}

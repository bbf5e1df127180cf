import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { KnownModels } from '../../db/layered';
import { suggestion } from '../../present/suggestion';
import { message } from '../../shared/message';
import { type Result, UserError } from '../../shared/result';
import { commandIds } from '../ids';
import { currentReader, localize } from '../words';

/** Models that are listed at a time. */
const listed = 50;

interface ModelItem extends QuickPickItem {
  readonly id: string;
}

/** Searches the catalogue as the user types; the model that is chosen opens on the hub. */
export async function searchModels(catalogue: () => Promise<Result<KnownModels>>): Promise<void> {
  const opened = await catalogue();
  if (!opened.ok) throw new UserError(opened.error);
  const id = await pick((text) => items(opened.value, text));
  if (id !== undefined) await commands.executeCommand(commandIds.openHubPage, id);
}

function items(catalogue: KnownModels, text: string): ModelItem[] {
  return catalogue.search({ text, limit: listed }).map((record) => {
    const { id, label, license, detail } = suggestion(record, currentReader());
    return { id, label, description: license, detail, alwaysShow: true };
  });
}

function pick(search: (text: string) => ModelItem[]): Promise<string | undefined> {
  const picker = window.createQuickPick<ModelItem>();
  picker.placeholder = localize(message('Words of a model id, e.g. bert multilingual'));
  picker.items = search('');
  const listeners: Disposable[] = [];
  return new Promise<string | undefined>((resolve) => {
    listeners.push(
      picker.onDidChangeValue((text) => (picker.items = search(text))),
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.id);
        picker.hide();
      }),
      picker.onDidHide(() => resolve(undefined)),
    );
    picker.show();
  }).finally(() => {
    for (const listener of [...listeners, picker]) listener.dispose();
  });
}

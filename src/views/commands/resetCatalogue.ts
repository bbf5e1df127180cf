import { window } from 'vscode';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { CatalogueStore } from '../catalogue';
import { localize } from '../words';

/** Forgets what was looked up, updated and imported, after a question, with the answers that are kept: the catalogue that ships remains. */
export async function resetCatalogue(catalogues: CatalogueStore, forget: () => Promise<void>): Promise<void> {
  const remove = localize(message('Remove'));
  const question = message('Remove every model that was looked up, updated or imported?');
  const detail = localize(message('The catalogue that ships with PTM Lens remains.'));
  const choice = await window.showWarningMessage(localize(question), { modal: true, detail }, remove);
  if (choice !== remove) return;
  const removed = await (await catalogues.overlay()).reset();
  if (!removed.ok) throw new UserError(removed.error);
  await forget();
  const said = message('only the catalogue that ships is left');
  void window.showInformationMessage(localize(message('PTM Lens: {0}', localize(said))));
}

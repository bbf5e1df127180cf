import { window } from 'vscode';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { CatalogueStore } from '../catalogue';
import { localize } from '../words';

/** Forgets what was looked up, updated and imported, after a question: the catalogue that ships remains. */
export async function resetCatalogue(catalogues: CatalogueStore): Promise<void> {
  const remove = localize(message('Remove'));
  const question = message('Remove every model that was looked up, updated or imported?');
  const detail = localize(message('The catalogue that ships with PTM Lens remains.'));
  const choice = await window.showWarningMessage(localize(question), { modal: true, detail }, remove);
  if (choice !== remove) return;
  const removed = await (await catalogues.overlay()).reset();
  if (!removed.ok) throw new UserError(removed.error);
}

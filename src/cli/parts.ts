/** What commands need of the folder that they are shipped in. */
import type { Catalogue } from '../db/catalogue';
import { loadCatalogue } from '../platform/node/catalogueFile';
import { UserError } from '../shared/result';
import { dist } from './dist';

/** Opens the catalogue that a command asked for, or the one that ships; a broken one is the user's to know. */
export async function requireCatalogue(file: string | undefined): Promise<Catalogue> {
  const opened = await loadCatalogue(dist, file);
  if (!opened.ok) throw new UserError(opened.error);
  return opened.value;
}

import { writeFile } from 'node:fs/promises';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import { loadCatalogue } from './catalogueFile';
import { indexPath } from './indexFile';
import { sealFile } from './seal';

/** Makes a catalogue file ready for an editor, which only opens it: looks through all of it, gives it a search index, seals both. */
export async function finishCatalogue(dist: string, file: string): Promise<void> {
  const opened = await loadCatalogue(dist, file);
  if (!opened.ok) throw new UserError(opened.error);
  const catalogue = opened.value;
  try {
    const damage = catalogue.damage();
    if (damage !== null) throw new UserError(message('it is damaged ({0})', damage));
    if (!catalogue.hasIndex) await writeFile(indexPath(file), catalogue.makeIndex());
  } finally {
    catalogue.dispose();
  }
  await sealFile(indexPath(file));
  await sealFile(file);
}

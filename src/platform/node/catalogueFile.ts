import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../db/catalogue';
import { openCatalogue } from '../../db/open';
import { loadSqlite } from '../../db/sqlite';
import { english, message } from '../../shared/message';
import { failure, type Result } from '../../shared/result';
import { reasonOf } from './files';
import { indexBeside } from './indexFile';
import { openPaged } from './pagedFile';

/** Opens a catalogue file, or says by name why it cannot be opened. */
export async function loadCatalogue(
  dist: string,
  file = join(dist, 'catalog.sqlite'),
): Promise<Result<Catalogue>> {
  if (!existsSync(file)) return failure(message('there is no catalogue at {0}', file));
  try {
    const sqlite = await awake(loadSqlite(await readFile(join(dist, 'sql-wasm.wasm'))));
    const opened = openCatalogue(sqlite, openPaged(file), indexBeside(file));
    return opened.ok
      ? opened
      : failure(message('the catalogue {0} cannot be used: {1}', file, english(opened.error)));
  } catch (error) {
    return failure(message('the catalogue {0} cannot be read: {1}', file, english(reasonOf(error))));
  }
}

/**
 * Waits for something that is compiled in the background. A process that waits for nothing else is taken by Node for one that ends,
 * and is held up until all that V8 optimises meanwhile is done as well: a third of a second of an early scan.
 */
async function awake<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** The parts that commands are made of, put together for Node. */
import type { Catalogue } from '../db/catalogue';
import { FolderInventory } from '../inventory/folder';
import { loadCatalogue } from '../platform/node/catalogueFile';
import { NodeFiles } from '../platform/node/files';
import { WorkerScanner } from '../platform/node/workerScanner';
import type { ParsedPolicy } from '../rules/policy/parse';
import { ok, UserError } from '../shared/result';

/** The folder of the bundles, where the WASM files and the catalogue lie. */
export const dist = __dirname;

/** Opens the catalogue that a command asked for, or the one that ships; a broken one is the user's to know. */
export async function requireCatalogue(file: string | undefined): Promise<Catalogue> {
  const opened = await loadCatalogue(dist, file);
  if (!opened.ok) throw new UserError(opened.error);
  return opened.value;
}

/** How a scan of the command line is made. */
export interface ScanSetup {
  readonly catalogue: Catalogue;
  readonly jobs: number;
  readonly cacheFolder: string | null;
  /** In place of the folder's own. */
  readonly policy?: ParsedPolicy;
}

/** The inventory of a folder on disk. Dispose it: it owns threads. */
export function nodeInventory(
  root: string,
  { catalogue, jobs, cacheFolder, policy }: ScanSetup,
): FolderInventory {
  return new FolderInventory({
    files: new NodeFiles(root),
    scanner: new WorkerScanner({ dist, root, cacheFolder }, jobs),
    catalogue: () => Promise.resolve(ok(catalogue)),
    ...(policy ? { policy } : {}),
    today: () => new Date().toISOString().slice(0, 10),
  });
}

import { FolderInventory } from '../../inventory/folder';
import type { Models } from '../../inventory/rememberedLookups';
import { withCache } from '../../platform/node/cache';
import { NodeFiles } from '../../platform/node/files';
import { WalkedFolders } from '../../platform/node/walk';
import { WorkerScanner } from '../../platform/node/workerScanner';
import type { ParsedPolicy } from '../../rules/policy/parse';
import { ok } from '../../shared/result';
import { dist } from '../dist';
import type { ScanCatalogue } from './catalogue';

/** How a scan of the command line is made. */
export interface ScanSetup {
  readonly catalogue: ScanCatalogue;
  readonly jobs: number;
  readonly cacheFolder: string | null;
  /** In place of the folder's own. */
  readonly policy?: ParsedPolicy;
}

/** The inventory of a folder on disk. Dispose it: it owns threads. */
export function nodeInventory(
  root: string,
  models: Models,
  { jobs, cacheFolder, policy }: ScanSetup,
): FolderInventory {
  const today = new Date().toISOString().slice(0, 10);
  const walked = new WalkedFolders();
  const workers = new WorkerScanner({ dist, root, notes: cacheFolder !== null }, jobs, true);
  return new FolderInventory({
    files: new NodeFiles(root, walked.read),
    scanner: cacheFolder === null ? workers : withCache(workers, { folder: cacheFolder, root, walked }),
    catalogue: () => Promise.resolve(ok(models)),
    ...(policy ? { policy } : {}),
    today: () => today,
  });
}

import { realpathSync } from 'node:fs';
import { locate, reasonOf } from '../../platform/node/files';
import type { ReportInput } from '../../report/input';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import { nodeInventory, type ScanSetup } from './inventory';
import { showProgress } from '../progress';

/** A path of a scan: the folder that is its project, and the one file that was meant, if it was a file. */
export interface Located {
  readonly path: string;
  /** Without symbolic links. */
  readonly root: string;
  readonly only: string | null;
}

/** Finds the folder of a path, or says why there is none. */
export async function locatePath(path: string): Promise<Located> {
  try {
    const { root, only } = await locate(path);
    return { path, root: realpathSync(root), only };
  } catch (error) {
    throw new UserError(message('{0}: {1}', path, english(reasonOf(error))));
  }
}

/** Scans one path; nothing of it stays in memory but the answer. */
export async function scanOne({ path, root, only }: Located, setup: ScanSetup): Promise<ReportInput> {
  const inventory = nodeInventory(root, setup);
  const progress = showProgress(path);
  try {
    await inventory.scan(progress.report, { cancelled: false }, only === null ? undefined : [only]);
    return { root, inventory: inventory.current, localize: english };
  } finally {
    progress.end();
    inventory.dispose();
  }
}

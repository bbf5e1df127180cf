import { existsSync } from 'node:fs';
import type { ReportInput } from '../../report/input';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import { showProgress } from '../progress';
import { nodeInventory, type ScanSetup } from './inventory';
import type { Project } from './projects';

/** Scans one project; nothing of it stays in memory but the answer. */
export async function scanOne({ path, root, only }: Project, setup: ScanSetup): Promise<ReportInput> {
  const inventory = nodeInventory(root, setup);
  const progress = showProgress(path);
  try {
    await inventory.scan(progress.report, { cancelled: false }, only ?? undefined);
    // What is gone reads as if it were empty.
    if (!existsSync(root)) throw new UserError(message('{0} went away while it was scanned', path));
    return { root, inventory: inventory.current, localize: english };
  } finally {
    progress.end();
    inventory.dispose();
  }
}

import type { ReportInput } from '../../report/input';
import { english } from '../../shared/message';
import { showProgress } from '../progress';
import { nodeInventory, type ScanSetup } from './inventory';
import type { Project } from './projects';

/** Scans one project; nothing of it stays in memory but the answer. */
export async function scanOne({ path, root, only }: Project, setup: ScanSetup): Promise<ReportInput> {
  const inventory = nodeInventory(root, setup);
  const progress = showProgress(path);
  try {
    await inventory.scan(progress.report, { cancelled: false }, only ?? undefined);
    return { root, inventory: inventory.current, localize: english };
  } finally {
    progress.end();
    inventory.dispose();
  }
}

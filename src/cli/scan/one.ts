import { existsSync } from 'node:fs';
import type { ReportInput } from '../../report/input';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import { showProgress } from '../progress';
import { nodeInventory, type ScanSetup } from './inventory';
import type { Project } from './projects';

/** Scans one project; nothing of it stays in memory but the answer. */
export async function scanOne({ path, root, only }: Project, setup: ScanSetup): Promise<ReportInput> {
  const answers = await setup.catalogue.answers(root);
  const inventory = nodeInventory(root, answers, setup);
  const progress = showProgress(path);
  try {
    await inventory.scan(progress.report, { cancelled: false }, only ?? undefined);
    if (answers.isShort) {
      answers.complete(await setup.catalogue.open());
      await inventory.lookUpAgain();
    }
    await setup.catalogue.keep(root, answers);
    // What is gone reads as if it were empty.
    if (!existsSync(root)) throw new UserError(message('{0} went away while it was scanned', path));
    return { root, inventory: inventory.current, localize: english };
  } finally {
    progress.end();
    inventory.dispose();
  }
}

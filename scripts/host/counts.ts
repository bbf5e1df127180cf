import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What one mocha run counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Names the file that a mocha run, in whatever process it is, leaves its counts in. Unset: nobody asks. */
export const countsVariable = 'PTM_LENS_COUNTS_FILE';

export function leaveCounts(stats: { readonly passes: number; readonly failures: number } | undefined): void {
  const file = process.env[countsVariable];
  if (file === undefined || stats === undefined) return;
  const counts: Counts = { passed: stats.passes, failed: stats.failures };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/** Reads and removes what a run left; a run that did not come so far counted nothing. */
export function takeCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
  rmSync(file);
  return counts;
}

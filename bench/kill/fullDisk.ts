import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Overlay } from '../../src/db/overlay';
import type { SqlJsStatic } from '../../src/db/sqlite';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import { english } from '../../src/shared/message';
import { findsOf } from './versions';

/** What happened on a disk that is full, and on one that is read-only. */
export interface DiskReport {
  readonly full: string;
  readonly readOnly: string;
  readonly oldAnswers: boolean;
  readonly leftBehind: readonly string[];
}

/** Tries both on a small disk in memory; null where this machine lets nobody mount one. */
export async function tryDisks(
  sqlite: SqlJsStatic,
  folder: string,
  large: Uint8Array,
): Promise<DiskReport | null> {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch {
    return null;
  }
  try {
    const overlay = await Overlay.open(sqlite, new DiskLayers(disk), []);
    const first = await overlay.add(findsOf(1).slice(0, 20), '2026-11-21');
    if (!first.ok) throw new Error(english(first.error));
    const full = await overlay.install('looked-up', large);
    execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'pipe' });
    const readOnly = await overlay.add(findsOf(2).slice(0, 20), '2026-11-21');
    const again = await Overlay.open(sqlite, new DiskLayers(disk), []);
    const answer = again.catalogue.lookup({ hub: 'huggingface', library: '', written: 'owner-0/model-0' });
    return {
      full: full.ok ? 'written' : english(full.error),
      readOnly: readOnly.ok ? 'written' : english(readOnly.error),
      oldAnswers: 'record' in answer && answer.record.downloads === 1 && again.problems.length === 0,
      leftBehind: readdirSync(disk).filter((name) => name !== 'looked-up.sqlite'),
    };
  } finally {
    execFileSync('umount', [disk]);
  }
}

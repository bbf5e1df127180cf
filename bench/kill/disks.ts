/** A disk that is full, and one that is read-only: what is written there fails with a sentence, and what stood there answers. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Overlay } from '../../src/db/overlay';
import { CatalogueImporter } from '../../src/platform/node/importFile';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import { neverCancelled } from '../../src/shared/fetch';
import { english } from '../../src/shared/message';
import { ok, type Result } from '../../src/shared/result';
import type { Setup } from './setup';
import { findsOf } from './versions';

/** What each write said, for each state of the disk. */
export type DiskReport = Readonly<Record<string, string>>;

/** Null where this machine lets nobody mount a disk. */
export async function tryDisks(setup: Setup): Promise<DiskReport | null> {
  const disk = join(setup.folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch {
    return null;
  }
  const overlay = await Overlay.open(setup.sqlite, new DiskLayers(disk), []);
  try {
    orThrow(await overlay.add(findsOf(1).slice(0, 20), '2026-11-21'));
    fill(disk);
    const full = await writeAll(setup, disk, overlay, 'full');
    execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'pipe' });
    const readOnly = await writeAll(setup, disk, overlay, 'read-only');
    await mustAnswer(setup, disk);
    return { ...full, ...readOnly };
  } finally {
    // A file that is open keeps the disk where it is.
    overlay.dispose();
    execFileSync('umount', [disk]);
  }
}

/** Leaves a few kB: a writer gets some of its bytes onto the disk. */
function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc((bavail - 4) * bsize));
}

async function writeAll(setup: Setup, disk: string, overlay: Overlay, state: string): Promise<DiskReport> {
  const { dist, variants, listing, sqlite } = setup;
  const catalogue = readFileSync(join(variants, '0.sqlite'));
  const parts = { dist, folder: disk, sqlite: () => Promise.resolve(sqlite), environment: () => ({}) };
  const importer = new CatalogueImporter(parts);
  const layers = new DiskLayers(disk);
  const written = {
    'look-up': await overlay.add(findsOf(2), '2026-11-21'),
    catalogue: await layers.write('looked-up', catalogue),
    import: await importer.fromFile(listing, () => undefined, neverCancelled),
  };
  const left = readdirSync(disk).filter((name) => !['looked-up.sqlite', 'filler'].includes(name));
  if (left.length > 0) throw new Error(`${state}: left behind ${left.join()}`);
  return Object.fromEntries(
    Object.entries(written).map(([what, result]) => [`${what}, ${state}`, refusalOf(result, disk)]),
  );
}

function refusalOf(result: Result<unknown>, disk: string): string {
  if (result.ok) throw new Error('a disk that can take nothing took it');
  return english(result.error).replaceAll(disk, '');
}

async function mustAnswer({ sqlite }: Setup, disk: string): Promise<void> {
  const again = await Overlay.open(sqlite, new DiskLayers(disk), []);
  const answer = again.catalogue.lookup({ hub: 'huggingface', library: '', written: 'owner-0/model-0' });
  if (again.problems.length > 0 || !('record' in answer) || answer.record.downloads !== 1)
    throw new Error(`the old catalogue does not answer: ${JSON.stringify(answer)}`);
  again.dispose();
}

function orThrow<T>(result: Result<T>): Result<T> {
  if (!result.ok) throw new Error(english(result.error));
  return ok(result.value);
}

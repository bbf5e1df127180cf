/** Kills writers of the overlay and looks each time at what stands. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Overlay } from '../../src/db/overlay';
import type { SqlJsStatic } from '../../src/db/sqlite';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import type { LayerName } from '../../src/shared/layerStore';
import { type Blow, type Killed, killAfter } from './child';
import type { Setup, Tally } from './setup';
import { findCount, variantCount, variantModels } from './versions';

/** How the overlay is written, what it then holds, and which version number its records carry. */
const modes = {
  lookup: { layer: 'looked-up', models: findCount, mark: (version: number) => version },
  import: { layer: 'imported', models: variantModels, mark: (version: number) => version % variantCount },
} as const satisfies Record<string, { layer: LayerName; models: number; mark: (version: number) => number }>;

export async function killWriters(setup: Setup, mode: keyof typeof modes, count: number): Promise<Tally> {
  const { layer, models, mark } = modes[mode];
  const storage = join(setup.folder, mode);
  const tally: Tally = { kills: 0, midWrite: 0, newer: 0 };
  let done = -1;
  for (let round = 0; round < count; round++) {
    const args = [mode, storage, setup.dist, setup.variants, String(done + 1)];
    // Every other blow waits for a file that is being written: at random few would hit that moment.
    const blow: Blow = { delay: Math.random() * 600, inside: round % 2 === 0 ? null : storage };
    const killed = await killAfter([process.execPath, setup.writer, ...args], blow);
    if (killed.ended) throw new Error(`the writer ended by itself: ${killed.said.join(' ')}`);
    const acknowledged = lastOf(killed, done);
    tally.kills++;
    if (halfWritten(storage).length > 0) tally.midWrite++;
    const found = await versionOn(setup.sqlite, storage, layer, models);
    // What was said to be written, or the write that was under way; nothing else may stand.
    const possible = [acknowledged, acknowledged + 1].map((version) => (version < 0 ? null : mark(version)));
    if (!possible.includes(found))
      throw new Error(`${mode}: version ${String(found)} stands, ${acknowledged} was acknowledged`);
    if (halfWritten(storage).length > 0) throw new Error(`${mode}: half-written files stay`);
    const now = found === mark(acknowledged) || found === null ? acknowledged : acknowledged + 1;
    if (now > done) tally.newer++;
    done = now;
  }
  return tally;
}

/** The last version that the writer said to stand; `before` where it said none. */
function lastOf({ said }: Killed, before: number): number {
  const last = said.at(-1) ?? 'ready';
  return last === 'ready' ? before : Number(last);
}

/** The version on the disk, null where none was written yet. Throws where the file is damaged or of two versions. */
async function versionOn(
  sqlite: SqlJsStatic,
  storage: string,
  layer: LayerName,
  models: number,
): Promise<number | null> {
  const overlay = await Overlay.open(sqlite, new DiskLayers(storage), []);
  const [problem] = overlay.problems;
  if (problem) throw new Error(`the catalogue is lost: ${JSON.stringify(problem)}`);
  if (!overlay.names.includes(layer)) return null;
  const sql = 'SELECT downloads, count(*) FROM models GROUP BY downloads';
  const asked = overlay.catalogue.query(sql, { maxRows: 10 });
  if (!asked.ok) throw new Error(asked.error.text);
  const [[downloads, count] = [], ...others] = asked.value.rows;
  if (others.length > 0 || count !== models)
    throw new Error(`the catalogue is mixed: ${JSON.stringify(asked.value.rows)}`);
  const probe = overlay.catalogue.lookup({ hub: 'huggingface', library: '', written: 'owner-1/model-1' });
  if (!('record' in probe) || probe.record.downloads !== downloads)
    throw new Error(`a look-up fails: ${JSON.stringify(probe)}`);
  await overlay.verify();
  if (overlay.problems.length > 0) throw new Error('the catalogue is damaged');
  overlay.dispose();
  return Number(downloads);
}

function halfWritten(storage: string): string[] {
  return existsSync(storage) ? readdirSync(storage).filter((name) => name.endsWith('.tmp')) : [];
}

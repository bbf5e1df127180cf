/** Kills builds of catalogues: the process that builds, and the editor that waits for it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCatalogue } from '../../src/db/open';
import { Overlay } from '../../src/db/overlay';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import { killAfter } from './child';
import { listingModels, type Setup, type Tally } from './setup';
import { variantModels } from './versions';

/** Kills the process that builds a catalogue over an older one. */
export async function killBuilds(setup: Setup, count: number): Promise<Tally> {
  const { sqlite, folder, writer, dist, listing, variants } = setup;
  const output = join(folder, 'built.sqlite');
  const old = readFileSync(join(variants, '1.sqlite'));
  const tally: Tally = { kills: 0, midWrite: 0, newer: 0 };
  while (tally.kills < count) {
    writeFileSync(output, old);
    const command = [process.execPath, writer, 'build', output, dist, listing];
    const killed = await killAfter(command, { delay: Math.random() * 2500, inside: null });
    const opened = openCatalogue(sqlite, readFileSync(output));
    if (!opened.ok) throw new Error(`build: the catalogue is lost: ${opened.error.text}`);
    const { models } = opened.value.info();
    if (models !== variantModels && models !== listingModels)
      throw new Error(`build: ${models} models stand`);
    opened.value.dispose();
    if (killed.ended) continue;
    tally.kills++;
    if (readdirSync(folder).some((name) => name.startsWith('.built.sqlite.build-'))) tally.midWrite++;
    if (models === listingModels) tally.newer++;
  }
  return tally;
}

/** Kills an editor that imports a listing; the process that builds for it must then end in order, and take its files along. */
export async function killEditors(setup: Setup, count: number): Promise<Tally> {
  const { sqlite, folder, writer, dist, listing, variants } = setup;
  const storage = join(folder, 'editor');
  const layers = new DiskLayers(storage);
  const catalogue = readFileSync(join(variants, '1.sqlite'));
  const tally: Tally = { kills: 0, midWrite: 0, newer: 0 };
  while (tally.kills < count) {
    const written = await layers.write('imported', catalogue);
    if (!written.ok) throw new Error(written.error.text);
    const command = [process.execPath, writer, 'editor', storage, dist, listing];
    const killed = await killAfter(command, { delay: Math.random() * 4000, inside: null });
    if (!killed.ended) tally.kills++;
    if (unfinished(storage).length > 0) tally.midWrite++;
    const overlay = await Overlay.open(sqlite, layers, []);
    const { models } = overlay.catalogue.info();
    if (overlay.problems.length > 0 || (models !== variantModels && models !== listingModels))
      throw new Error(`editor: ${models} models stand`);
    await overlay.verify();
    if (overlay.problems.length > 0) throw new Error('editor: the catalogue is damaged');
    overlay.dispose();
    if (models === listingModels && !killed.ended) tally.newer++;
    await until(() => unfinished(storage).length === 0, 'the build of a dead editor goes on');
  }
  return tally;
}

/** What builds under way keep on the disk. */
function unfinished(storage: string): string[] {
  if (!existsSync(storage)) return [];
  return readdirSync(storage, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[/\\]\.catalog\.sqlite\.build-[^/\\]*$/.test(path),
  );
}

async function until(holds: () => boolean, problem: string): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 20_000) throw new Error(problem);
    await sleep(50);
  }
}

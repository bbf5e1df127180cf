/**
 * `npm run bench:kill [-- ROUNDS]`: kills -9 processes in the middle of writing catalogues, at random points, and looks each time whether
 * the catalogue is whole and no older than what was said to be written. Then a full and a read-only disk. Prints one JSON line; a
 * catalogue that is lost, mixed or older is an error.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killBuilds, killEditors } from './kill/builds';
import { tryDisks } from './kill/disks';
import { killWriters } from './kill/overlays';
import { prepare } from './kill/setup';

const rounds = Number(process.argv[2] ?? 240);
const share = (part: number) => Math.ceil(rounds * part);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-kill-'));
  try {
    const setup = await prepare(folder);
    const parts = {
      lookUps: await killWriters(setup, 'lookup', share(0.35)),
      imports: await killWriters(setup, 'import', share(0.35)),
      builds: await killBuilds(setup, share(0.15)),
      editors: await killEditors(setup, share(0.15)),
    };
    const disks = await tryDisks(setup);
    const kills = Object.values(parts).reduce((sum, tally) => sum + tally.kills, 0);
    console.log(JSON.stringify({ kills, lost: 0, ...parts, disks }, null, 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();

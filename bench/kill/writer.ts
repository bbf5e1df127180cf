/**
 * Child of `bench:kill`, which writes until it is killed. `lookup` adds finds to an overlay, as a look-up does, and `import` installs
 * whole catalogues: both say on stdout, at once, which version stands whole on the disk. `build` builds a catalogue file of a listing,
 * `editor` imports that listing as the editor does, with the build in a process of its own.
 */
import { copyFileSync, mkdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Overlay } from '../../src/db/overlay';
import { loadSqlite } from '../../src/db/sqlite';
import { buildFrom } from '../../src/platform/node/etl/buildFrom';
import { CatalogueImporter } from '../../src/platform/node/importFile';
import { indexPath } from '../../src/platform/node/indexFile';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import { sealFile } from '../../src/platform/node/seal';
import { neverCancelled } from '../../src/shared/fetch';
import { english } from '../../src/shared/message';
import type { Result } from '../../src/shared/result';
import { findsOf, variantCount } from './versions';

type Program = (output: string, dist: string, input: string, first: string) => Promise<void>;

const programs: Readonly<Record<string, Program>> = {
  lookup: (storage, dist, _, first) =>
    writeForever(storage, dist, Number(first), (overlay, version) =>
      overlay.add(findsOf(version), '2026-11-21'),
    ),
  import: (storage, dist, variants, first) =>
    writeForever(storage, dist, Number(first), async (overlay, version) => {
      const made = await copySealed(join(variants, `${version % variantCount}.sqlite`), storage);
      return await overlay.install('imported', made);
    }),
  build: async (output, dist, listing) => {
    const signal = new AbortController().signal;
    say('ready');
    const from = [`listing:${listing}`];
    await buildFrom({ from, output, dist, token: null, signal, progress: () => undefined });
  },
  editor: async (storage, dist, listing) => {
    const sqlite = await loadSqlite(readFileSync(join(dist, 'sql-wasm.wasm')));
    const setup = { dist, folder: storage, sqlite: () => Promise.resolve(sqlite), environment: () => ({}) };
    say('ready');
    const made = orThrow(
      await new CatalogueImporter(setup).fromFile(listing, () => undefined, neverCancelled),
    );
    const overlay = await Overlay.open(sqlite, new DiskLayers(storage), []);
    orThrow(await overlay.install('imported', made.file));
  },
};

async function writeForever(
  storage: string,
  dist: string,
  first: number,
  write: (overlay: Overlay, version: number) => Promise<Result<null>>,
): Promise<void> {
  const sqlite = await loadSqlite(readFileSync(join(dist, 'sql-wasm.wasm')));
  const overlay = await Overlay.open(sqlite, new DiskLayers(storage), []);
  say('ready');
  for (let version = first; ; version++) {
    orThrow(await write(overlay, version));
    say(String(version));
  }
}

/** A copy of a catalogue as a build leaves it, by a name that tells whose it is. */
async function copySealed(catalogue: string, storage: string): Promise<string> {
  mkdirSync(storage, { recursive: true });
  const made = join(storage, `imported.sqlite.${process.pid}.0.tmp`);
  for (const [from, to] of [
    [indexPath(catalogue), indexPath(made)],
    [catalogue, made],
  ] as const) {
    copyFileSync(from, to);
    await sealFile(to);
  }
  return made;
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(english(result.error));
  return result.value;
}

const [mode = '', output = '', dist = '', input = '', first = ''] = process.argv.slice(2);
void programs[mode]?.(output, dist, input, first);

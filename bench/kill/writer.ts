/**
 * Child of `bench:kill`, which writes until it is killed. `lookup` adds finds to an overlay, as a look-up does, and `import` installs
 * whole catalogues: both say on stdout, at once, which version stands whole on the disk. `build` builds a catalogue file of a listing,
 * `editor` imports that listing as the editor does, with the build in a process of its own.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Overlay } from '../../src/db/overlay';
import { loadSqlite } from '../../src/db/sqlite';
import { buildFrom } from '../../src/platform/node/etl/buildFrom';
import { CatalogueImporter } from '../../src/platform/node/importFile';
import { DiskLayers } from '../../src/platform/node/overlayStore';
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
    writeForever(storage, dist, Number(first), (overlay, version) => {
      const file = join(variants, String(version % variantCount));
      const [catalogue, index] = [readFileSync(`${file}.sqlite`), readFileSync(`${file}-search.bin`)];
      return overlay.install('imported', { catalogue, index });
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
    orThrow(await overlay.install('imported', made));
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

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(english(result.error));
  return result.value;
}

const [mode = '', output = '', dist = '', input = '', first = ''] = process.argv.slice(2);
void programs[mode]?.(output, dist, input, first);

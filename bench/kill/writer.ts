/**
 * Child of `bench:kill`: writes the overlay again and again until it is killed. Says on stdout, at once, which version stands
 * whole on the disk. `lookup` adds finds, as a look-up does; `import` installs whole catalogues.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Overlay } from '../../src/db/overlay';
import { loadSqlite } from '../../src/db/sqlite';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import type { Result } from '../../src/shared/result';
import { findsOf } from './versions';

async function main([
  mode = '',
  folder = '',
  wasm = '',
  variants = '',
  first = '0',
]: string[]): Promise<void> {
  const sqlite = await loadSqlite(readFileSync(wasm));
  const overlay = await Overlay.open(sqlite, new DiskLayers(folder), []);
  const write = (version: number): Promise<Result<null>> =>
    mode === 'lookup'
      ? overlay.add(findsOf(version), '2026-11-21')
      : overlay.install('imported', readFileSync(join(variants, `${version % 4}.sqlite`)));
  writeSync(1, 'ready\n');
  for (let version = Number(first); ; version++) {
    const written = await write(version);
    if (!written.ok) throw new Error(written.error.text);
    writeSync(1, `${version}\n`);
  }
}

void main(process.argv.slice(2));

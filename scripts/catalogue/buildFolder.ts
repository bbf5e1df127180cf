import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ModelRecord } from '../../src/db/record';
import { loadSqlite } from '../../src/db/sqlite';
import { writeCatalogue } from '../../src/db/write';

const require = createRequire(__filename);
const wasmFiles = ['sql.js/dist/sql-wasm.wasm', 'node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm'];

/** Makes a folder of bundles that can build catalogues and nothing else: tests and benches need no `dist/` for it. */
export async function makeBuildFolder(folder: string, shipped: readonly ModelRecord[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const source = join(__dirname, '../../src/platform/node');
  await bundle(join(source, 'buildChild.ts'), join(folder, 'build.js'));
  await bundle(join(source, 'etl/thread.ts'), join(folder, 'build-thread.js'));
  for (const file of wasmFiles)
    copyFileSync(require.resolve(file), join(folder, file.slice(file.lastIndexOf('/') + 1)));
  const sqlite = await loadSqlite(readFileSync(join(folder, 'sql-wasm.wasm')));
  const input = { asOf: '2026-11-20', sources: [], records: shipped, aliases: [] };
  writeFileSync(join(folder, 'catalog.sqlite'), writeCatalogue(sqlite, input));
}

/** Bundles a program of Node into one file. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { 'sql.js': require.resolve('sql.js/dist/sql-wasm.js') },
    define: { BUILD_ID: '""' },
    logLevel: 'error',
  });
}

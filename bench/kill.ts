/**
 * `npm run bench:kill [-- ROUNDS]`: kills -9 processes in the middle of writing catalogues, at random points, and looks each time whether
 * the catalogue is whole and no older than what was said to be written. Then a full and a read-only disk. Prints one JSON line; a
 * catalogue that is lost, mixed or older is an error.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openCatalogue } from '../src/db/open';
import { Overlay } from '../src/db/overlay';
import { loadSqlite, type SqlJsStatic } from '../src/db/sqlite';
import { writeCatalogue } from '../src/db/write';
import { DiskLayers } from '../src/platform/node/overlayStore';
import { type Killed, killAfter } from './kill/child';
import { tryDisks } from './kill/fullDisk';
import { findCount, recordsOf } from './kill/versions';

const rounds = Number(process.argv[2] ?? 240);
const wasm = createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm');
const importCount = 4000;
const cli = join(__dirname, '../dist/cli.js');

interface Tally {
  kills: number;
  /** Kills that struck while a new file was half written. */
  midWrite: number;
  /** Versions that stood at the end. */
  written: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-kill-'));
  try {
    const sqlite = await loadSqlite(readFileSync(wasm));
    const writer = await bundleWriter(folder);
    const variants = writeVariants(sqlite, folder);
    const setup = { sqlite, folder, writer, variants };
    const lookup = await killWriters(setup, 'lookup', Math.ceil(rounds / 2), findCount);
    const imports = await killWriters(setup, 'import', Math.floor(rounds / 2), importCount);
    const builds = existsSync(cli) ? await killBuilds(setup, Math.ceil(rounds / 8)) : null;
    const disks = await tryDisks(sqlite, folder, readFileSync(join(variants, '0.sqlite')));
    const kills = lookup.kills + imports.kills + (builds?.kills ?? 0);
    console.log(JSON.stringify({ kills, lost: 0, lookup, import: imports, build: builds, disks }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Setup {
  readonly sqlite: SqlJsStatic;
  readonly folder: string;
  readonly writer: string;
  readonly variants: string;
}

async function bundleWriter(folder: string): Promise<string> {
  const outfile = join(folder, 'writer.cjs');
  const entry = join(__dirname, 'kill/writer.ts');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { 'sql.js': createRequire(__filename).resolve('sql.js/dist/sql-wasm.js') },
    logLevel: 'error',
  });
  return outfile;
}

function writeVariants(sqlite: SqlJsStatic, folder: string): string {
  const variants = join(folder, 'variants');
  mkdirSync(variants);
  for (let version = 0; version < 4; version++) {
    const records = recordsOf(version, importCount);
    const bytes = writeCatalogue(sqlite, { asOf: '2026-11-21', sources: [], records, aliases: [] });
    writeFileSync(join(variants, `${version}.sqlite`), bytes);
  }
  return variants;
}

async function killWriters(
  { sqlite, folder, writer, variants }: Setup,
  mode: 'lookup' | 'import',
  count: number,
  models: number,
): Promise<Tally> {
  const storage = join(folder, mode);
  const layer = mode === 'lookup' ? 'looked-up' : 'imported';
  const tally: Tally = { kills: 0, midWrite: 0, written: 0 };
  let version = 0;
  for (let round = 0; round < count; round++) {
    const command = [process.execPath, writer, mode, storage, wasm, variants, String(version)];
    const killed = await killAfter(command, Math.random() * 250, true);
    tally.kills++;
    if (leftovers(storage).length > 0) tally.midWrite++;
    const acknowledged = Number(killed.said.at(-1) === 'ready' ? version - 1 : killed.said.at(-1));
    const found = await wholeVersion(sqlite, storage, layer, models);
    check(found, acknowledged, mode, killed);
    if (found !== null) tally.written = Math.max(tally.written, found);
    version = Math.max(acknowledged, found ?? -1) + 1;
    if (mode === 'import') version = acknowledged + 1;
    if (leftovers(storage).length > 0) throw new Error(`round ${round}: half-written files stay`);
  }
  return tally;
}

/** The version on the disk, null where none was written yet. Throws where the file is damaged or of two versions. */
async function wholeVersion(
  sqlite: SqlJsStatic,
  storage: string,
  layer: 'looked-up' | 'imported',
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
  overlay.dispose();
  return Number(downloads);
}

/** What stands must be what was acknowledged, or the write that was under way. */
function check(found: number | null, acknowledged: number, mode: string, killed: Killed): void {
  if (killed.ended) throw new Error(`the writer ended by itself: ${killed.said.join(' ')}`);
  const expected =
    mode === 'import' ? [acknowledged & 3, (acknowledged + 1) & 3] : [acknowledged, acknowledged + 1];
  if (found === null ? acknowledged >= 0 : !expected.includes(found))
    throw new Error(`${mode}: version ${String(found)} stands, ${acknowledged} was acknowledged`);
}

function leftovers(storage: string): string[] {
  return existsSync(storage) ? readdirSync(storage).filter((name) => name.endsWith('.tmp')) : [];
}

/** Kills `ptm-lens catalog build` over an existing catalogue. */
async function killBuilds({ sqlite, folder }: Setup, count: number): Promise<Tally> {
  const output = join(folder, 'built.sqlite');
  const tally: Tally = { kills: 0, midWrite: 0, written: 0 };
  const listing = join(folder, 'models_2026-11-21.jsonl');
  const lines = recordsOf(7, 60_000).map(({ id, downloads }) =>
    JSON.stringify({ id, downloads, tags: ['license:mit'], pipeline_tag: 'fill-mask' }),
  );
  writeFileSync(listing, `${lines.join('\n')}\n`);
  const old = writeCatalogue(sqlite, {
    asOf: '2026-11-20',
    sources: [],
    records: recordsOf(1, 500),
    aliases: [],
  });
  while (tally.kills < count) {
    writeFileSync(output, old);
    const command = [
      process.execPath,
      cli,
      'catalog',
      'build',
      '--from',
      `listing:${listing}`,
      '--output',
      output,
    ];
    const killed = await killAfter(command, 150 + Math.random() * 1500, false);
    const opened = openCatalogue(sqlite, readFileSync(output));
    if (!opened.ok) throw new Error(`build: the catalogue is lost: ${opened.error.text}`);
    const { models } = opened.value.info();
    if (models !== 500 && models !== 60_000) throw new Error(`build: ${models} models stand`);
    opened.value.dispose();
    if (killed.ended) continue;
    tally.kills++;
    if (readdirSync(folder).some((name) => name.startsWith('.built.sqlite.build-'))) tally.midWrite++;
    if (models === 60_000) tally.written++;
  }
  return tally;
}

void main();

/** What the parts of the kill test share: a scratch folder with programs to kill and catalogues to write. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, makeBuildFolder } from '../../scripts/catalogue/buildFolder';
import { loadSqlite, type SqlJsStatic } from '../../src/db/sqlite';
import { writeCatalogue } from '../../src/db/write';
import { recordsOf, variantCount, variantModels } from './versions';

export interface Setup {
  readonly sqlite: SqlJsStatic;
  readonly folder: string;
  /** The bundles that build catalogues. */
  readonly dist: string;
  /** Program: writes an overlay again and again. */
  readonly writer: string;
  /** Folder of whole catalogues, one a version. */
  readonly variants: string;
  /** A listing of the hub with `listingModels` models. */
  readonly listing: string;
}

/** What became of many kills. */
export interface Tally {
  kills: number;
  /** Kills that struck while a new file was half written, or a build half done. */
  midWrite: number;
  /** Kills after which a newer catalogue stood than before. */
  newer: number;
}

export const listingModels = 30_000;

export async function prepare(folder: string): Promise<Setup> {
  const dist = join(folder, 'dist');
  const writer = join(dist, 'writer.js');
  const variants = join(folder, 'variants');
  await makeBuildFolder(dist, recordsOf(0, 100));
  await bundle(join(__dirname, 'writer.ts'), writer);
  const sqlite = await loadSqlite(readFileSync(join(dist, 'sql-wasm.wasm')));
  mkdirSync(variants);
  for (let version = 0; version < variantCount; version++) {
    const input = {
      asOf: '2026-11-21',
      sources: [],
      records: recordsOf(version, variantModels),
      aliases: [],
    };
    writeFileSync(join(variants, `${version}.sqlite`), writeCatalogue(sqlite, input));
    writeFileSync(join(variants, `${version}-search.bin`), Buffer.alloc(200_000, version));
  }
  return { sqlite, folder, dist, writer, variants, listing: writeListing(folder) };
}

function writeListing(folder: string): string {
  const listing = join(folder, 'models_2026-11-21.jsonl');
  const lines = recordsOf(7, listingModels).map(({ id, downloads }) =>
    JSON.stringify({ id, downloads, tags: ['license:mit'], pipeline_tag: 'fill-mask' }),
  );
  writeFileSync(listing, `${lines.join('\n')}\n`);
  return listing;
}

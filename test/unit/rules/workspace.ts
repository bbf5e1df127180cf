/** Small workspaces in memory, through the real analyzer and the catalogue that ships. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildCatalogue } from '../../../scripts/catalogue/build';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import type { Catalogue } from '../../../src/db/catalogue';
import { openCatalogue } from '../../../src/db/open';
import { loadSqlite } from '../../../src/db/sqlite';
import { FolderInventory } from '../../../src/inventory/folder';
import { InlineScanner } from '../../../src/inventory/inlineScanner';
import type { Inventory } from '../../../src/inventory/types';
import { ok } from '../../../src/shared/result';
import { decodeUtf8 } from '../../../src/shared/text';
import { loadCorpusAnalyzer } from '../../corpus/analyse';
import { memoryFiles } from '../licenses/memoryFiles';

const require = createRequire(import.meta.url);

/** What workspaces are scanned with; made once. */
export interface Tools {
  readonly analyzer: Analyzer;
  readonly catalogue: Catalogue;
}

export async function loadTools(): Promise<Tools> {
  const sqlite = await loadSqlite(readFileSync(require.resolve('sql.js/dist/sql-wasm.wasm')));
  const opened = openCatalogue(sqlite, await buildCatalogue(join(__dirname, '../../../data')));
  if (!opened.ok) throw new Error(opened.error.text);
  return { analyzer: await loadCorpusAnalyzer(), catalogue: opened.value };
}

/** The inventory of a workspace that holds these files. */
export async function scan(tools: Tools, contents: Readonly<Record<string, string>>): Promise<Inventory> {
  const files = memoryFiles(contents);
  const parts = {
    files,
    analyzer: () => Promise.resolve(tools.analyzer),
    decode: (bytes: Uint8Array) => ({ text: decodeUtf8(bytes), problem: null }),
  };
  const scanner = new InlineScanner(parts);
  const folder = new FolderInventory({
    files,
    scanner,
    catalogue: () => Promise.resolve(ok(tools.catalogue)),
    today: () => '2026-11-21',
  });
  await folder.scan(() => undefined, { cancelled: false });
  const inventory = folder.current;
  folder.dispose();
  return inventory;
}

/** The findings on usages that are not silenced: `severity rule model`, in the order of files and places. */
export function told({ files }: Inventory): string[] {
  return files
    .flatMap(({ findings }) => findings)
    .filter(({ suppressed }) => suppressed === null)
    .map(({ severity, rule, model }) => `${severity} ${rule} ${model}`);
}

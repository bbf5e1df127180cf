/** Compiles the text tables of `data/` into a catalogue and its search index: `tsx scripts/catalogue/build.ts OUTPUT`. Same tables, same bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { aliasOf, cardTable, recordOf, sourceTable, tableRows } from '../../src/db/etl/tables';
import { openCatalogue } from '../../src/db/open';
import { loadSqlite } from '../../src/db/sqlite';
import { writeCatalogue } from '../../src/db/write';
import { indexPath } from '../../src/platform/node/indexFile';
import { english } from '../../src/shared/message';

/** The bytes of the catalogue that the tables of a folder make. */
export async function buildCatalogue(data: string): Promise<Uint8Array> {
  const read = (name: string) => readFileSync(join(data, name), 'utf8');
  const sources = sourceTable(read('sources.tsv'));
  const cards = cardTable(read('cards.json'));
  const records = tableRows(read('models.tsv')).map((cells) =>
    recordOf(cells, sources, cards.get((cells[0] ?? '').toLowerCase()) ?? {}),
  );
  const dates = [...sources.values()].map(({ date }) => date).sort();
  return writeCatalogue(await sqlite(), {
    asOf: dates.at(-1) ?? '',
    sources: [...sources.values()],
    records,
    aliases: tableRows(read('aliases.tsv')).map(aliasOf),
  });
}

/** Writes the catalogue and its search index. */
async function write(output: string): Promise<void> {
  const bytes = await buildCatalogue(join(__dirname, '../../data'));
  const opened = openCatalogue(await sqlite(), bytes);
  if (!opened.ok) throw new Error(english(opened.error));
  writeFileSync(indexPath(output), opened.value.makeIndex());
  writeFileSync(output, bytes);
}

function sqlite() {
  return loadSqlite(readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')));
}

if (require.main === module) {
  const [output] = process.argv.slice(2);
  if (!output) throw new Error('usage: tsx scripts/catalogue/build.ts OUTPUT');
  write(output).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
}

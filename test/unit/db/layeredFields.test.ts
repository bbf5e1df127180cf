/** A search of card fields over several catalogues: a model is what all of them say of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SearchQuery } from '../../../src/db/catalogue';
import type { Facts } from '../../../src/db/etl/statement';
import { LayeredCatalogue } from '../../../src/db/layered';
import { openCatalogue } from '../../../src/db/open';
import { loadSqlite, type SqlJsStatic } from '../../../src/db/sqlite';
import { CatalogueBuilder } from '../../../src/db/write';

let sqlite: SqlJsStatic;
before(async () => {
  sqlite = await loadSqlite(readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')));
});

function layer(models: Readonly<Record<string, Facts>>) {
  const database = new sqlite.Database();
  const builder = new CatalogueBuilder(null);
  for (const [id, facts] of Object.entries(models))
    builder.add({ id, hub: 'huggingface', facts, sources: {} });
  const loading = builder.load(database, [], null);
  while (!loading.next().done);
  const opened = openCatalogue(sqlite, database.export());
  database.close();
  assert.ok(opened.ok);
  return opened.value;
}

const licensed = (id: string) => ({ license: { id, name: null, link: null } });

describe('card fields in several layers', () => {
  const found = (query: Omit<SearchQuery, 'limit'>) => {
    const upper = layer({
      'a/looked-up': { card: { datasets: ['squad', 'xsum'] } },
      'a/corrected': { card: { datasets: 'imdb' } },
      'a/relicensed': licensed('mit'),
    });
    const lower = layer({
      'a/looked-up': { ...licensed('mit'), popularity: { downloads: 7, likes: 0 } },
      'a/corrected': { ...licensed('mit'), card: { datasets: 'squad' } },
      'a/relicensed': { ...licensed('gpl-3.0'), card: { datasets: 'squad' } },
      'b/other': { ...licensed('mit'), card: { domain: 'text' } },
    });
    const layered = new LayeredCatalogue([upper, lower]);
    const ids = layered.search({ ...query, limit: 9 }).map(({ id }) => id);
    for (const one of [upper, lower]) one.dispose();
    return ids;
  };

  it('are those of the upper one, where both have a card', () => {
    assert.deepEqual(found({ fields: { datasets: 'squad' } }), ['a/looked-up', 'a/relicensed']);
    assert.deepEqual(found({ fields: { datasets: 'imdb' } }), ['a/corrected']);
  });

  it('may stand in one layer, and what else is wanted in another', () => {
    const fields = { datasets: 'squad' };
    assert.deepEqual(found({ fields, license: 'mit' }), ['a/looked-up', 'a/relicensed']);
    assert.deepEqual(found({ fields, license: 'gpl-3.0' }), []);
    assert.deepEqual(found({ fields, text: 'looked' }), ['a/looked-up']);
  });

  it('must all be there', () => {
    assert.deepEqual(found({ fields: { domain: 'text', datasets: 'squad' } }), []);
    assert.deepEqual(found({ fields: {}, text: 'other' }), ['b/other']);
  });
});

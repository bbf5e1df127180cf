import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, makeBuildFolder } from '../../../scripts/catalogue/buildFolder';
import { loadSqlite } from '../../../src/db/sqlite';
import { writeCatalogue } from '../../../src/db/write';
import { DiskLayers } from '../../../src/platform/node/overlayStore';
import { QueryThread } from '../../../src/platform/node/queryThread';
import { record } from '../present/samples';

const question = 'SELECT id FROM models ORDER BY id';

describe('SQL in a thread of its own', () => {
  let root: string;
  let thread: QueryThread;
  let layers: DiskLayers;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'ptm-lens-query-'));
    const dist = join(root, 'dist');
    await makeBuildFolder(dist, [record({ id: 'shipped/model' })]);
    await bundle(join(__dirname, '../../../src/platform/node/queryWorker.ts'), join(dist, 'query.js'));
    layers = new DiskLayers(join(root, 'layers'));
    thread = new QueryThread({ dist, layers: join(root, 'layers') });
  });

  after(() => {
    thread.dispose();
    rmSync(root, { recursive: true, force: true });
  });

  const rows = async () => {
    const answer = await thread.ask(question, 10);
    return answer.ok ? answer.value.rows.flat() : answer.error.text;
  };

  it('asks the catalogue that ships', async () => {
    assert.deepEqual(await rows(), ['shipped/model']);
  });

  it("asks the user's own where it knows more, once the thread was stopped", async () => {
    const sqlite = await loadSqlite(readFileSync(join(root, 'dist', 'sql-wasm.wasm')));
    const records = [record({ id: 'mine/a' }), record({ id: 'mine/b' })];
    const catalogue = writeCatalogue(sqlite, { asOf: '2026-11-21', sources: [], records, aliases: [] });
    await layers.write('imported', catalogue);
    thread.stop();
    assert.deepEqual(await rows(), ['mine/a', 'mine/b']);
  });

  it('gives up a question that is stopped, and answers the next', async () => {
    const forever = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    const asked = thread.ask(forever, 1);
    thread.stop();
    assert.equal((await asked).ok, false);
    assert.deepEqual(await rows(), ['mine/a', 'mine/b']);
  });
});

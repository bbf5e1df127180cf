import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { loadSqlite } from '../../../src/db/sqlite';
import { writeProblem } from '../../../src/platform/node/atomicFile';
import { DiskLayers, seal, unseal } from '../../../src/platform/node/overlayStore';
import { english } from '../../../src/shared/message';

const bytes = Buffer.from('SQLite format 3\0 and so on');
const alone = { catalogue: bytes, index: null };

describe('catalogues on disk', () => {
  let folder: string;
  let store: DiskLayers;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptm-lens-layers-'));
    store = new DiskLayers(join(folder, 'storage'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => join(folder, 'storage', 'looked-up.sqlite');
  const read = async () => {
    const answer = await store.read('looked-up');
    return answer.ok ? answer.value && Buffer.from(answer.value) : english(answer.error);
  };

  it('are what was written, and nothing before that', async () => {
    assert.equal(await read(), null);
    assert.ok((await store.write('looked-up', alone)).ok);
    assert.deepEqual(await read(), bytes);
    assert.deepEqual(readdirSync(join(folder, 'storage')), ['looked-up.sqlite']);
    assert.ok((await store.remove('looked-up')).ok);
    assert.equal(await read(), null);
    assert.ok((await store.remove('looked-up')).ok);
  });

  it('bring their search index along, and never one that is damaged or of the catalogue before', async () => {
    const index = Buffer.from('an index');
    await store.write('imported', { catalogue: bytes, index });
    assert.deepEqual(Buffer.from(store.readIndex('imported') ?? []), index);
    const indexFile = join(folder, 'storage', 'imported-search.bin');
    writeFileSync(indexFile, readFileSync(indexFile).fill(0, 2, 3));
    assert.equal(store.readIndex('imported'), null);
    await store.write('imported', { catalogue: bytes, index });
    await store.write('imported', alone);
    assert.equal(store.readIndex('imported'), null);
    await store.write('imported', { catalogue: bytes, index });
    await store.remove('imported');
    assert.deepEqual(readdirSync(join(folder, 'storage')), []);
  });

  it('are refused wherever they are cut off or changed', async () => {
    await store.write('looked-up', alone);
    const whole = readFileSync(file());
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file(), whole.subarray(0, length));
      assert.match(String(await read()), /cut off|checksum/, `${length} bytes`);
    }
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.ok(!unseal(changed).ok, `byte ${at}`);
    }
  });

  it('keep a damaged one beside when they are written anew', async () => {
    mkdirSync(join(folder, 'storage'));
    writeFileSync(file(), 'of a newer program');
    assert.ok((await store.write('looked-up', alone)).ok);
    assert.deepEqual(await read(), bytes);
    assert.equal(readFileSync(`${file()}.damaged`, 'utf8'), 'of a newer program');
  });

  it('are rid of what a killed writer left, and of nothing else', async () => {
    await store.write('looked-up', alone);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const names = [
      `looked-up.sqlite.${dead}.0a1b2c3d.tmp`,
      `looked-up.sqlite.${process.pid}.0a1b2c3d.tmp`,
      `imported.sqlite.${dead}.0a1b2c3d.tmp`,
      'looked-up.sqlite.notes.tmp',
    ];
    for (const name of names) writeFileSync(join(folder, 'storage', name), '');
    await read();
    assert.deepEqual(
      readdirSync(join(folder, 'storage')).sort(),
      ['looked-up.sqlite', ...names.slice(1)].sort(),
    );
  });

  it('say why they cannot be written, and leave nothing behind', async () => {
    const blocked = new DiskLayers(join(folder, 'file', 'storage'));
    writeFileSync(join(folder, 'file'), '');
    const written = await blocked.write('looked-up', alone);
    assert.ok(!written.ok);
    assert.match(english(written.error), /looked-up\.sqlite cannot be written/);
    assert.deepEqual(readdirSync(folder), ['file']);
  });

  it('have a sentence for each thing that can be wrong with a disk', () => {
    const said = (code: string) => english(writeProblem('/s/x', Object.assign(new Error(code), { code })));
    assert.equal(said('ENOSPC'), '/s/x cannot be written: the disk is full');
    assert.equal(said('EDQUOT'), '/s/x cannot be written: the disk is full');
    assert.equal(said('EROFS'), '/s/x cannot be written: the disk is read-only');
    assert.equal(said('EACCES'), '/s/x cannot be written: no permission');
    assert.equal(said('EIO'), '/s/x cannot be written (EIO)');
  });

  it('stay databases that others can open: the seal lies behind the last page', async () => {
    const sqlite = await loadSqlite(
      readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')),
    );
    const made = new sqlite.Database();
    made.run('CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (7)');
    const opened = new sqlite.Database(seal(made.export()));
    assert.deepEqual(
      opened.exec('SELECT n FROM t; PRAGMA integrity_check').map(({ values }) => values),
      [[[7]], [['ok']]],
    );
    made.close();
    opened.close();
  });
});

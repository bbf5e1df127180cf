import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { loadSqlite } from '../../../src/db/sqlite';
import { writeProblem } from '../../../src/platform/node/atomicFile';
import { indexPath } from '../../../src/platform/node/indexFile';
import { DiskLayers } from '../../../src/platform/node/overlayStore';
import { seal, sealFile, verifySeal } from '../../../src/platform/node/seal';
import type { LayerName } from '../../../src/shared/layerStore';
import { english } from '../../../src/shared/message';

const bytes = Buffer.from('SQLite format 3\0 and so on');

describe('catalogues on disk', () => {
  let folder: string;
  let store: DiskLayers;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptm-lens-layers-'));
    store = new DiskLayers(join(folder, 'storage'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => join(folder, 'storage', 'looked-up.sqlite');
  const names = () => readdirSync(join(folder, 'storage')).sort();

  /** What is opened, without its seal. */
  const read = async (name: LayerName = 'looked-up') => {
    const answer = await store.open(name);
    if (!answer.ok) return english(answer.error);
    if (!answer.value) return null;
    const { file: opened } = answer.value;
    const content = Buffer.from(opened.subarray(0, opened.length));
    opened.close?.();
    return content.subarray(0, -seal(Buffer.alloc(0)).length);
  };

  /** A catalogue and its index as a build leaves them. */
  const made = async (catalogue: Uint8Array, index: Uint8Array) => {
    const path = join(folder, 'made.sqlite');
    writeFileSync(path, catalogue);
    writeFileSync(indexPath(path), index);
    await sealFile(indexPath(path));
    await sealFile(path);
    return path;
  };

  const indexOf = async (name: LayerName) => {
    const answer = await store.open(name);
    assert.ok(answer.ok && answer.value);
    answer.value.file.close?.();
    return answer.value.readIndex();
  };

  it('are what was written, and nothing before that', async () => {
    assert.equal(await read(), null);
    assert.ok((await store.write('looked-up', bytes)).ok);
    assert.deepEqual(await read(), bytes);
    assert.deepEqual(names(), ['looked-up.sqlite']);
    assert.ok((await store.verify('looked-up')).ok);
    assert.ok((await store.remove('looked-up')).ok);
    assert.equal(await read(), null);
    assert.ok((await store.remove('looked-up')).ok);
  });

  it('are taken from where they were made, with their index', async () => {
    const index = Buffer.from('an index');
    assert.ok((await store.take('imported', await made(bytes, index))).ok);
    assert.deepEqual(await read('imported'), bytes);
    assert.deepEqual(Buffer.from((await indexOf('imported')) ?? []).subarray(0, index.length), index);
    const verified = await store.verify('imported');
    assert.ok(verified.ok && verified.value);
    assert.deepEqual(Buffer.from(verified.value).subarray(0, index.length), index);
    assert.deepEqual(
      [readdirSync(folder), names()],
      [['storage'], ['imported-search.bin', 'imported.sqlite']],
    );
    await store.remove('imported');
    assert.deepEqual(names(), []);
  });

  it('answer on what was there when it was opened, whatever is put in its place', async () => {
    await store.write('looked-up', bytes);
    const before = await store.open('looked-up');
    assert.ok(before.ok && before.value);
    await store.write('looked-up', Buffer.from('something shorter'));
    const { file: opened } = before.value;
    assert.deepEqual(Buffer.from(opened.subarray(0, bytes.length)), bytes);
    opened.close?.();
  });

  it('lose an index that is damaged or of the catalogue before, and answer without', async () => {
    const indexFile = join(folder, 'storage', 'imported-search.bin');
    await store.take('imported', await made(bytes, Buffer.from('an index')));
    writeFileSync(indexFile, readFileSync(indexFile).fill(0, 2, 3));
    assert.ok((await store.verify('imported')).ok);
    assert.equal(await indexOf('imported'), null);
    await store.take('imported', await made(bytes, Buffer.from('an index')));
    writeFileSync(indexFile, readFileSync(indexFile).subarray(0, 20));
    assert.equal(await indexOf('imported'), null);
    await store.take('imported', await made(bytes, Buffer.from('an index')));
    await store.write('imported', bytes);
    assert.equal(await indexOf('imported'), null);
  });

  it('are refused wherever they are cut off or changed', async () => {
    await store.write('looked-up', bytes);
    const whole = readFileSync(file());
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file(), whole.subarray(0, length));
      assert.match(
        String(await read()),
        /looked-up\.sqlite cannot be used: it is cut off/,
        `${length} bytes`,
      );
    }
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file(), changed);
      const verified = await store.verify('looked-up');
      const said = verified.ok ? 'whole' : english(verified.error);
      assert.match(said, /looked-up\.sqlite cannot be used: .*(?:checksum|version)/, `byte ${at}`);
    }
  });

  it('are sealed and verified piece by piece, to the last byte', async () => {
    const path = join(folder, 'large');
    const large = Buffer.alloc((1 << 20) * 2 + 12_345, 7);
    writeFileSync(path, large);
    await sealFile(path);
    assert.deepEqual(readFileSync(path), Buffer.from(seal(large)));
    assert.ok((await verifySeal(path)).ok);
    writeFileSync(path, readFileSync(path).fill(8, large.length - 1, large.length));
    assert.ok(!(await verifySeal(path)).ok);
  });

  it('keep a damaged one beside when they are written anew', async () => {
    mkdirSync(join(folder, 'storage'));
    writeFileSync(file(), 'of a newer program');
    assert.ok((await store.write('looked-up', bytes)).ok);
    assert.deepEqual(await read(), bytes);
    assert.equal(readFileSync(`${file()}.damaged`, 'utf8'), 'of a newer program');
  });

  it('are rid of what a killed writer left, and of nothing else', async () => {
    await store.write('looked-up', bytes);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const left = [
      `looked-up.sqlite.${dead}.0a1b2c3d.tmp`,
      `looked-up.sqlite.${process.pid}.0a1b2c3d.tmp`,
      `imported.sqlite.${dead}.0a1b2c3d.tmp`,
      'looked-up.sqlite.notes.tmp',
    ];
    for (const name of left) writeFileSync(join(folder, 'storage', name), '');
    await read();
    assert.deepEqual(names(), ['looked-up.sqlite', ...left.slice(1)].sort());
  });

  it('say why they cannot be written, and leave nothing behind', async () => {
    const blocked = new DiskLayers(join(folder, 'file', 'storage'));
    writeFileSync(join(folder, 'file'), '');
    const written = await blocked.write('looked-up', bytes);
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

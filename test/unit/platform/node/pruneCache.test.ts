import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pruneCache, pruneNowAndThen } from '../../../../src/platform/node/pruneCache';

const day = 24 * 3600 * 1000;

describe('pruning the cache', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ptm-prune-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function add(path: string, bytes: number, seconds: number): string {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, Buffer.alloc(bytes));
    utimesSync(file, seconds, seconds);
    return file;
  }

  it('deletes the oldest beyond the limit', async () => {
    const [old, middle, young] = [
      add('aa/1.json', 60, 1000),
      add('bb/2.json', 50, 2000),
      add('aa/3.json', 40, 3000),
    ];
    await pruneCache(folder, 100);
    assert.deepEqual([old, middle, young].map(existsSync), [false, true, true]);
  });

  it('deletes the halves that a killed process left', async () => {
    const half = add('aa/1.json.77.x1', 200, 1000);
    await pruneCache(folder, 100);
    assert.equal(existsSync(half), false);
  });

  it('touches nothing that the cache did not make', async () => {
    const others = [add('aa/notes.txt', 500, 1), add('hub/1.json', 500, 1), add('1.json', 500, 1)];
    await pruneCache(folder, 100);
    assert.deepEqual(others.map(existsSync), [true, true, true]);
  });

  it('looks once a day', async () => {
    await pruneNowAndThen(folder);
    assert.deepEqual(readdirSync(folder), ['pruned']);
    const big = add('aa/1.json', 1, 1);
    const { truncateSync } = await import('node:fs');
    truncateSync(big, 257_000_000);
    await pruneNowAndThen(folder, Date.now() + day / 2);
    assert.equal(existsSync(big), true);
    await pruneNowAndThen(folder, Date.now() + 2 * day);
    assert.equal(existsSync(big), false);
  });
});

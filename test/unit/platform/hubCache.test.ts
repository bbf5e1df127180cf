import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubCache } from '../../../src/platform/node/hubCache';

describe('kept answers of the hub', () => {
  let root: string;
  let folder: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ptm-lens-hub-cache-'));
    folder = join(root, 'hub');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('are what was kept, also for the next session, until they are cleared', async () => {
    const cache = new HubCache(folder);
    assert.equal(await cache.get('hub https://h/api/models/a/b'), undefined);
    await cache.set('hub https://h/api/models/a/b', 'one');
    await cache.set('hub https://h/api/models/a/c', 'two');
    assert.equal(await new HubCache(folder).get('hub https://h/api/models/a/b'), 'one');
    await cache.clear();
    assert.equal(await cache.get('hub https://h/api/models/a/b'), undefined);
    assert.equal(existsSync(folder), false);
    await cache.clear();
  });

  it('are for nobody else on this machine, and their names tell no id', async () => {
    await new HubCache(folder).set('hub https://h/api/models/acme/secret', 'x');
    assert.equal(statSync(folder).mode & 0o077, 0);
    assert.ok(!readdirSync(folder, { recursive: true }).join().includes('secret'));
  });

  it('are forgotten where the folder cannot be written', async () => {
    writeFileSync(folder, 'a file');
    const cache = new HubCache(folder);
    await cache.set('key', 'value');
    assert.equal(await cache.get('key'), undefined);
  });
});

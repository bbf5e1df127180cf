import assert from 'node:assert/strict';
import type { Asked, FileFacts } from '../../../src/analyzer/usage';
import { CachedScanner } from '../../../src/inventory/cachedScanner';
import { FactsCache } from '../../../src/inventory/factsCache';
import type { ScannedFile, Scanner } from '../../../src/inventory/scanner';
import { message } from '../../../src/shared/message';
import { failure, ok, type Result } from '../../../src/shared/result';

interface StoredFile {
  text: string;
  changed: number;
}

function digest(content: Uint8Array | string): string {
  return Buffer.from(content).toString('hex');
}

/** A folder, its cache, and a scanner that counts what it is asked to analyse. */
class World {
  readonly files = new Map<string, StoredFile>();
  readonly packs = new Map<string, string>();
  analysed: string[] = [];
  reads: string[] = [];
  generation = 'first';
  /** What a file's analysis asks for. */
  readonly asks = new Map<string, readonly Asked[]>();
  /** Whether the scanner notes what files were. */
  notes = false;
  whileScanning: () => void = () => undefined;

  constructor() {
    for (let i = 0; i < 20; i++) this.write(`${String(i)}.py`, `print(${String(i)})`);
  }

  write(path: string, text: string, changed = 1000): void {
    this.files.set(path, { text, changed });
  }

  async scan(): Promise<Map<string, FileFacts | null>> {
    this.analysed = [];
    this.reads = [];
    const found = new Map<string, FileFacts | null>();
    const scanner = new CachedScanner(this.inner(), this.cache());
    const sources = [...this.files.keys()].filter((path) => path.endsWith('.py'));
    await scanner.scan(sources, ({ file, facts }) => found.set(file, facts), { cancelled: false });
    return found;
  }

  private cache(): FactsCache {
    const look = {
      read: (path: string): Result<Uint8Array> => {
        this.reads.push(path);
        const file = this.files.get(path);
        return file ? ok(new TextEncoder().encode(file.text)) : failure(message('no such file'));
      },
      stamp: (path: string) => {
        const file = this.files.get(path);
        return file
          ? { text: `${String(file.text.length)} ${String(file.changed)}`, changed: file.changed }
          : null;
      },
      names: (folder: string) => this.names(folder),
      path: (path: string) => (this.files.has(path) ? 'file' : this.names(path)[0] ? 'folder' : 'nothing'),
    };
    const store = {
      get: (key: string) => Promise.resolve(this.packs.get(key)),
      set: (key: string, value: string) => Promise.resolve(void this.packs.set(key, value)),
    };
    return new FactsCache(store, digest, this.generation, look);
  }

  private names(folder: string): string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const inside = [...this.files.keys()].filter((path) => path.startsWith(prefix));
    return [...new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))];
  }

  private inner(): Scanner {
    return {
      scan: (paths, onFile) => {
        for (const path of paths) onFile(this.analyse(path));
        this.whileScanning();
        return Promise.resolve();
      },
      analyze: () => Promise.reject(new Error('not asked here')),
      forget: () => undefined,
      dispose: () => undefined,
    };
  }

  private analyse(file: string): ScannedFile {
    const scanned = this.analysis(file);
    const { text, changed } = this.files.get(file) ?? { text: '', changed: 0 };
    if (!this.notes) return scanned;
    const stamp = { text: `${String(text.length)} ${String(changed)}`, changed };
    return { ...scanned, seen: { stamp, digest: digest(text) } };
  }

  private analysis(file: string): ScannedFile {
    this.analysed.push(file);
    const { text = '' } = this.files.get(file) ?? {};
    if (text === 'broken') return { file, facts: null, skipped: message('no') };
    if (text === 'nothing') return { file, facts: null, skipped: null };
    const problems = [{ message: message('it says {0}', text), place: null }];
    return {
      file,
      facts: { file, usages: [], suppressions: [], problems, asked: this.asks.get(file) ?? [] },
      skipped: null,
    };
  }
}

function withoutAsked([file, facts]: [string, FileFacts | null]): unknown {
  return [file, facts && { ...facts, asked: [] }];
}

describe('a scanner with a memory', () => {
  it('analyses nothing twice, and reads nothing', async () => {
    const world = new World();
    world.write('none.py', 'nothing');
    world.asks.set('0.py', [
      { kind: 'module', path: '1.py' },
      { kind: 'config', path: 'absent.yaml' },
    ]);
    const first = await world.scan();
    assert.equal(world.analysed.length, 21);
    const second = await world.scan();
    assert.deepEqual([...second].map(withoutAsked), [...first].map(withoutAsked));
    assert.deepEqual(
      second.get('0.py')?.asked.map(({ path }) => path),
      ['1.py', 'absent.yaml'],
    );
    assert.deepEqual([world.analysed, world.reads], [[], []]);
  });

  it('analyses what changed, came, or went', async () => {
    const world = new World();
    await world.scan();
    world.write('1.py', 'changed', 1001);
    world.write('new.py', 'new');
    world.files.delete('2.py');
    const found = await world.scan();
    assert.deepEqual(world.analysed, ['1.py', 'new.py']);
    assert.equal(found.size, 20);
    await world.scan();
    assert.deepEqual(world.analysed, []);
  });

  it('tells by the content that a file with another time is the same', async () => {
    const world = new World();
    await world.scan();
    world.write('1.py', 'print(1)', 1500);
    await world.scan();
    assert.deepEqual([world.analysed, world.reads], [[], ['1.py']]);
  });

  for (const kind of ['module', 'config'] as const) {
    it(`analyses again what rests on a ${kind} that changed, came or went`, async () => {
      const world = new World();
      world.asks.set('0.py', [{ kind, path: 'other' }]);
      await world.scan();
      for (const change of [
        () => world.write('other', 'came'),
        () => world.write('other', 'changed', 1001),
        () => world.files.delete('other'),
      ]) {
        change();
        await world.scan();
        assert.deepEqual(world.analysed, ['0.py']);
        await world.scan();
        assert.deepEqual(world.analysed, []);
      }
    });
  }

  it('analyses again what rests on what stands at a path', async () => {
    const world = new World();
    world.asks.set('0.py', [{ kind: 'path', path: 'model' }]);
    await world.scan();
    world.write('model', '');
    await world.scan();
    assert.deepEqual(world.analysed, ['0.py']);
  });

  it('analyses again what asked for something in a folder that was not there', async () => {
    const world = new World();
    world.asks.set('0.py', [
      { kind: 'module', path: 'package/utils/names.py' },
      { kind: 'path', path: 'package/models/bert' },
    ]);
    await world.scan();
    await world.scan();
    assert.equal(world.analysed.length, 0);
    world.write('package/utils/names.py', 'NAME = 1');
    await world.scan();
    assert.ok(world.analysed.includes('0.py'));
    await world.scan();
    assert.equal(world.analysed.length, 0);
    world.write('package/models/bert/config.json', '{}');
    await world.scan();
    assert.deepEqual(world.analysed, ['0.py']);
  });

  it('takes the word of the scanner for what a file was when it was read', async () => {
    const world = new World();
    world.notes = true;
    await world.scan();
    assert.deepEqual(world.reads, []);
    world.write('1.py', 'print(1)', 1500);
    world.write('2.py', 'changed', 1500);
    await world.scan();
    assert.deepEqual(world.analysed, ['2.py']);
  });

  it('does not trust a file that changed while it was scanned', async () => {
    const world = new World();
    world.asks.set('0.py', [{ kind: 'module', path: '3.py' }]);
    world.whileScanning = () => world.write('3.py', 'print(4)', Date.now());
    await world.scan();
    world.whileScanning = () => undefined;
    await world.scan();
    assert.deepEqual(world.analysed, ['0.py', '3.py']);
  });

  it('tries again what could not be read', async () => {
    const world = new World();
    world.write('1.py', 'broken');
    await world.scan();
    await world.scan();
    assert.deepEqual(world.analysed, ['1.py']);
  });

  it('forgets all for another program, and for a broken pack', async () => {
    const world = new World();
    await world.scan();
    world.generation = 'second';
    await world.scan();
    assert.equal(world.analysed.length, 20);
    for (const [key, text] of world.packs) world.packs.set(key, text.slice(0, -5));
    await world.scan();
    assert.equal(world.analysed.length, 20);
  });

  it('keeps no file that is gone', async () => {
    const world = new World();
    world.write('secret.py', 'secret');
    await world.scan();
    world.files.delete('secret.py');
    world.write('1.py', 'changed', 1001);
    await world.scan();
    assert.ok([...world.packs.values()].every((text) => !text.includes('secret')));
  });
});

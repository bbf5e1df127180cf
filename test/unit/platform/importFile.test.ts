/** Imports as the editor makes them: with the real build in a process of its own, and a loopback server that plays the hub. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeBuildFolder } from '../../../scripts/catalogue/buildFolder';
import { openCatalogue } from '../../../src/db/open';
import { loadSqlite, type SqlJsStatic } from '../../../src/db/sqlite';
import { writeCatalogue } from '../../../src/db/write';
import type { BuildProgress } from '../../../src/platform/buildProgress';
import { CatalogueImporter } from '../../../src/platform/node/importFile';
import { type CancelSignal, neverCancelled } from '../../../src/shared/fetch';
import type { MadeCatalogue } from '../../../src/platform/madeCatalogue';
import { indexPath } from '../../../src/platform/node/indexFile';
import { verifySeal } from '../../../src/platform/node/seal';
import { english } from '../../../src/shared/message';
import type { Result } from '../../../src/shared/result';
import { HubServer, send } from '../db/hub/hubServer';
import { record } from '../present/samples';

const silent = () => undefined;

describe('importing a catalogue', function () {
  this.timeout(60_000);
  let root: string;
  let sqlite: SqlJsStatic;
  let importer: CatalogueImporter;
  const environment: Record<string, string> = {};
  const scratch = () => join(root, 'storage');

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'ptm-lens-import-'));
    const dist = join(root, 'dist');
    await makeBuildFolder(dist, [record({ id: 'shipped/model' })]);
    sqlite = await loadSqlite(readFileSync(join(dist, 'sql-wasm.wasm')));
    importer = new CatalogueImporter({
      dist,
      folder: scratch(),
      sqlite: () => Promise.resolve(sqlite),
      environment: () => environment,
    });
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };
  const take = (path: string, signal = neverCancelled, progress: BuildProgress = silent) =>
    importer.fromFile(path, progress, signal);

  /** The catalogue that was made; the file is gone then. */
  function opened(made: Result<MadeCatalogue>) {
    assert.ok(made.ok, made.ok ? '' : english(made.error));
    const { file: path, discard } = made.value;
    const index = readFileSync(indexPath(path));
    const answer = openCatalogue(sqlite, readFileSync(path), () => index);
    discard();
    assert.ok(answer.ok);
    return answer.value;
  }

  function reason(made: Result<MadeCatalogue>): string {
    assert.ok(!made.ok);
    return english(made.error);
  }

  const listed = (id: string, downloads: number) =>
    JSON.stringify({ id, downloads, likes: 1, tags: ['license:mit'], pipeline_tag: 'fill-mask' });

  it('takes a catalogue as it is, sealed and with a search index', async () => {
    const input = { asOf: '2026-01-01', sources: [], records: [record({ id: 'a/b' })], aliases: [] };
    const bytes = writeCatalogue(sqlite, input);
    const made = await take(file('mine.sqlite', bytes));
    assert.ok(made.ok);
    assert.deepEqual(readFileSync(made.value.file).subarray(0, bytes.length), Buffer.from(bytes));
    for (const path of [made.value.file, indexPath(made.value.file)]) assert.ok((await verifySeal(path)).ok);
    assert.deepEqual([opened(made).info().models, readdirSync(scratch())], [1, []]);
  });

  it('makes the search index that is missing, or that is another one', async () => {
    const records = Array.from({ length: 50 }, (_, index) => record({ id: `many/model-${index}` }));
    const bytes = writeCatalogue(sqlite, { asOf: '2026-01-01', sources: [], records, aliases: [] });
    const path = file('large.sqlite', bytes);
    for (const index of [null, Buffer.from('an index of something else')]) {
      if (index) file('large-search.bin', index);
      const catalogue = opened(await take(path));
      assert.deepEqual([catalogue.hasIndex, catalogue.near('many/modle-17')], [true, 'many/model-17']);
    }
  });

  for (const [name, spoil] of [
    ['overwritten', (bytes: Uint8Array) => bytes.fill(0xff, 100, 4096)],
    [
      'overwritten in its middle',
      (bytes: Uint8Array) => bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4096),
    ],
    ['overwritten at its end', (bytes: Uint8Array) => bytes.fill(0xff, bytes.length - 4096)],
  ] as const) {
    it(`refuses a catalogue that is ${name}`, async () => {
      const records = Array.from({ length: 300 }, (_, index) => record({ id: `a/model-${index}` }));
      const bytes = writeCatalogue(sqlite, { asOf: '2026-01-01', sources: [], records, aliases: [] });
      assert.match(reason(await take(file('spoilt.sqlite', spoil(bytes)))), /^it is damaged \(/);
      assert.deepEqual(readdirSync(scratch()), []);
    });
  }

  it('refuses a catalogue that is cut off, wherever', async () => {
    const records = Array.from({ length: 300 }, (_, index) => record({ id: `a/model-${index}` }));
    const bytes = writeCatalogue(sqlite, { asOf: '2026-01-01', sources: [], records, aliases: [] });
    for (const share of [0.01, 0.3, 0.99])
      assert.match(reason(await take(file('cut.sqlite', bytes.slice(0, bytes.length * share)))), /cut off/);
  });

  it('refuses a catalogue of another version, and says which', async () => {
    const input = { asOf: '2026-01-01', sources: [], records: [record({ id: 'a/b' })], aliases: [] };
    const database = new sqlite.Database(writeCatalogue(sqlite, input));
    database.run("UPDATE meta SET value = json_set(value, '$.schema', 99) WHERE name = 'info'");
    const said = reason(await take(file('newer.sqlite', database.export())));
    database.close();
    assert.match(said, /its version is 99, this program reads version \d+/);
  });

  for (const [name, pack] of [
    ['models_2026-02-03.jsonl', Buffer.from],
    ['models_2026-02-03.jsonl.gz', gzipSync],
  ] as const) {
    it(`makes one of a listing: ${name}`, async () => {
      const lines = [listed('a/first', 5), 'no JSON', listed('a/second', 9)].join('\n');
      const catalogue = opened(await take(file(name, pack(lines))));
      const found = catalogue.search({ limit: 5 }).map(({ id, downloads }) => [id, downloads]);
      assert.deepEqual(found, [
        ['a/second', 9],
        ['a/first', 5],
      ]);
      const answer = catalogue.lookup({ hub: 'huggingface', library: '', written: 'a/first' });
      assert.ok(answer.answer === 'found');
      assert.deepEqual(
        [answer.record.license?.id, answer.record.sources.license?.date],
        ['mit', '2026-02-03'],
      );
      assert.deepEqual(readdirSync(scratch()), []);
    });
  }

  it('makes one of a PeaTMOSS.db', async () => {
    const database = new sqlite.Database();
    database.run(`
      CREATE TABLE model_hub (id INTEGER PRIMARY KEY, url VARCHAR, name VARCHAR);
      CREATE TABLE model (id INTEGER PRIMARY KEY, context_id VARCHAR, model_hub_id INTEGER, downloads INTEGER, likes INTEGER);
      CREATE TABLE license (id INTEGER PRIMARY KEY, name VARCHAR);
      CREATE TABLE model_to_license (model_id INTEGER, license_id INTEGER);
      INSERT INTO model_hub VALUES (1, 'https://huggingface.co/', 'Hugging Face');
      INSERT INTO model VALUES (1, 'gpt2', 1, 900, 7), (2, 'a/b', 1, 3, 0);
      INSERT INTO license VALUES (5, 'mit');
      INSERT INTO model_to_license VALUES (1, 5)`);
    const catalogue = opened(await take(file('PeaTMOSS.db', database.export())));
    database.close();
    assert.equal(catalogue.info().models, 2);
    const answer = catalogue.lookup({ hub: 'huggingface', library: '', written: 'gpt2' });
    assert.deepEqual(answer.answer === 'found' && [answer.record.license?.id, answer.record.downloads], [
      'mit',
      900,
    ]);
  });

  it('tells how far it is', async () => {
    const lines = Array.from({ length: 25_000 }, (_, index) => listed(`a/model-${index}`, index));
    const heard: string[] = [];
    const made = await take(file('long.jsonl', lines.join('\n')), neverCancelled, (stage, done) =>
      heard.push(`${stage} ${done}`),
    );
    assert.equal(opened(made).info().models, 25_000);
    for (const step of ['read 10000', 'read 20000', 'write 20000'])
      assert.ok(heard.includes(step), heard.join());
  });

  it('stops when it is cancelled, and leaves nothing behind', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => listed(`a/model-${index}`, index));
    const { signal, cancel } = cancellable();
    const made = await take(file('longer.jsonl', lines.join('\n')), signal, cancel);
    assert.equal(reason(made), 'cancelled');
    assert.deepEqual(readdirSync(scratch()), []);
  });

  for (const [name, content, said] of [
    ['empty.sqlite', '', /it is empty/],
    ['text.db', 'x'.repeat(5000), /not an SQLite database, or it is encrypted/],
    ['picture.png', 'x'.repeat(5000), /no catalogue, no PeaTMOSS\.db and no listing/],
    ['nothing.jsonl', '', /the sources name no model/],
  ] as const) {
    it(`says what is wrong with ${name}`, async () => {
      assert.match(reason(await take(file(name, content))), said);
    });
  }

  it('says that another database is none of those', async () => {
    const other = new sqlite.Database();
    other.run('CREATE TABLE songs (title TEXT)');
    const said = reason(await take(file('songs.db', other.export())));
    other.close();
    assert.match(said, /PeaTMOSS/);
  });

  it('says that a file is not there', async () => {
    assert.match(reason(await take(join(root, 'nowhere.db'))), /ENOENT|no such file|not exist/i);
  });

  it('removes what builds of dead processes left, and nothing of living ones', async () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    for (const name of [`build-${dead}-abc`, `build-${process.ppid}-abc`, 'looked-up.sqlite'])
      mkdirSync(join(scratch(), name));
    opened(await take(file('small.jsonl', listed('a/b', 1))));
    assert.deepEqual(readdirSync(scratch()).sort(), [`build-${process.ppid}-abc`, 'looked-up.sqlite']);
    for (const name of readdirSync(scratch())) rmSync(join(scratch(), name), { recursive: true });
  });

  describe('from the live hub', () => {
    let server: HubServer;
    const names = Array.from({ length: 30 }, (_, index) => ({ id: `hub/model-${index}`, downloads: index }));

    beforeEach(async () => {
      server = await HubServer.start();
      environment['HF_ENDPOINT'] = server.origin;
    });

    afterEach(async () => {
      delete environment['HF_ENDPOINT'];
      await server.stop();
    });

    it('takes the most downloaded, with the token, which is on no command line', async () => {
      server.on('/api/models', (_, response) => send(response, 200, names));
      const made = await importer.fromHub(30, 'hf_secret', silent, neverCancelled);
      assert.equal(opened(made).info().models, 30);
      assert.equal(server.asked[0]?.headers.authorization, 'Bearer hf_secret');
    });

    it('tells of each page that has come', async () => {
      server.on('/api/models', (_, response) => send(response, 200, names));
      const heard: string[] = [];
      const progress: BuildProgress = (stage, done) => heard.push(`${stage} ${done}`);
      assert.equal(opened(await importer.fromHub(30, null, progress, neverCancelled)).info().models, 30);
      assert.deepEqual(heard, ['read 30']);
    });

    it('goes on where it broke off', async () => {
      const cursors: (string | null)[] = [];
      let broken = true;
      server.on('/api/models', (request, response) => {
        const cursor = new URL(request.url ?? '', server.origin).searchParams.get('cursor');
        cursors.push(cursor);
        const from = Number(cursor ?? 0);
        const next = `</api/models?cursor=${from + 10}>; rel="next"`;
        if (from === 20 && broken) send(response, 404, 'x');
        else send(response, 200, names.slice(from, from + 10), from < 20 ? { link: next } : {});
      });
      assert.match(reason(await importer.fromHub(30, null, silent, neverCancelled)), /hub/);
      broken = false;
      const made = await importer.fromHub(30, null, silent, neverCancelled);
      assert.equal(opened(made).info().models, 30);
      assert.deepEqual(cursors, [null, '10', '20', '20']);
      assert.deepEqual(readdirSync(scratch()), []);
    });

    it('stops in the middle of a question', async () => {
      const { signal, cancel } = cancellable();
      server.on('/api/models', cancel);
      assert.equal(reason(await importer.fromHub(30, null, silent, signal)), 'cancelled');
      importer.forgetUpdates();
      assert.deepEqual(readdirSync(scratch()), []);
    });
  });

  it('says why a build that dies has died', async () => {
    const dist = join(root, 'broken');
    mkdirSync(dist);
    writeFileSync(join(dist, 'build.js'), 'throw new Error("no such part")');
    const broken = new CatalogueImporter({
      dist,
      folder: scratch(),
      sqlite: () => Promise.resolve(sqlite),
      environment: () => ({}),
    });
    const made = await broken.fromFile(file('tiny.jsonl', listed('a/b', 1)), silent, neverCancelled);
    assert.match(reason(made), /the build broke off: Error: no such part/);
  });
});

function cancellable(): { readonly signal: CancelSignal; readonly cancel: () => void } {
  const listeners = new Set<() => void>();
  let cancelled = false;
  return {
    signal: {
      get cancelled() {
        return cancelled;
      },
      onCancel: (listener) => {
        listeners.add(listener);
        return { dispose: () => void listeners.delete(listener) };
      },
    },
    cancel: () => {
      cancelled = true;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Builds from files of every kind, and from files that are not what they say. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Database } from 'node-sqlite3-wasm';
import { makePeatmoss } from '../../../../bench/synthetic/peatmoss';
import type { Catalogue } from '../../../../src/db/catalogue';
import { openCatalogue } from '../../../../src/db/open';
import { loadSqlite, type SqlJsStatic } from '../../../../src/db/sqlite';
import { buildCatalogueFile } from '../../../../src/platform/node/etl/build';
import { openFileSource } from '../../../../src/platform/node/etl/kinds';
import { indexBeside, indexPath } from '../../../../src/platform/node/indexFile';
import { english } from '../../../../src/shared/message';
import { UserError } from '../../../../src/shared/result';

const lines = [
  '{"id":"a/one","downloads":3,"likes":1,"tags":["license:mit","pytorch"],"pipeline_tag":"fill-mask"}',
  '{"id":"a/two","downloads":2,"likes":0,"tags":[]}',
];
const text = `${lines.join('\n')}\n`;
/** The same lines as `xz` and `zstd` pack them. */
const packed = {
  xz: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4ACTAGldAD2IiSaBk1OFsY0mUK0Hh6aedBFykMRTrMm20hxmL1XZUG6rBA4X3x6rzk2H9Kb30XRYsekmWwFUwpFh+pWMPZwm91omNNEjo+sS4yZIbn0RFiizB0A13yMGdvyfszuOXyOWCyZKP0/LQAAAAADPk5OB2RSbLQABhQGUAQAAwmSog7HEZ/sCAAAAAARZWg==',
  zst: 'KLUv/SSURQMAskYWGoA5bfi0BBIiZEwbhtYu7hhYeUA8cNGFlQwdRwMRELbpo/GFjwGoJuJ25fqAKBVTphfyRKLYXqTXOxlDRpik3mBn5fo1sDMuqa+Cnc+tombP64g2cLefPCMEAKAIKC7IGU0tmAH1rUMh',
};

let root: string;
let sqlite: SqlJsStatic;
const path = (name: string) => join(root, name);
const output = () => path('out/catalog.sqlite');

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'ptm-lens-etl-'));
  mkdirSync(path('out'));
  sqlite = await loadSqlite(readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')));
});
after(() => rmSync(root, { recursive: true, force: true }));

async function build(signal: AbortSignal, ...from: (readonly [kind: string, path: string])[]) {
  const sources = from.map(([kind, file]) => openFileSource(kind, file));
  const progress = () => undefined;
  return buildCatalogueFile({ sources, aliases: [], output: output(), thread: null, signal, progress });
}

async function make(...from: (readonly [kind: string, path: string])[]): Promise<Catalogue> {
  await build(new AbortController().signal, ...from);
  const opened = openCatalogue(sqlite, readFileSync(output()), indexBeside(output()));
  assert.ok(opened.ok);
  return opened.value;
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

/** The sentence that a build ends with; the catalogue that stood there, and nothing beside it, must be as before. */
async function refusal(kind: string, file: string): Promise<string> {
  const before = [readFileSync(output()), readFileSync(indexPath(output()))];
  let sentence = '';
  await assert.rejects(make([kind, file]), (error) => {
    assert.ok(error instanceof UserError, String(error));
    sentence = english(error.reason);
    return true;
  });
  assert.deepEqual([readFileSync(output()), readFileSync(indexPath(output()))], before);
  assert.deepEqual(readdirSync(path('out')).sort(), ['catalog-search.bin', 'catalog.sqlite']);
  return sentence;
}

const record = (catalogue: Catalogue, id: string, hub: 'huggingface' | 'pytorch' = 'huggingface') => {
  const answer = catalogue.lookup({ hub, library: '', written: id });
  assert.ok('record' in answer, `${id} is not there`);
  return answer.record;
};

describe('building a catalogue of a listing', () => {
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'models_2024-07-11.jsonl': text,
    'models_2024-07-11.jsonl.gz': gzipSync(text),
    'models_2024-07-11.jsonl.xz': Buffer.from(packed.xz, 'base64'),
    'models_2024-07-11.jsonl.zst': Buffer.from(packed.zst, 'base64'),
  };
  for (const [name, content] of Object.entries(files)) {
    it(`that is ${name}`, async () => {
      const catalogue = await make(['listing', write(name, content)]);
      assert.equal(catalogue.info().models, 2);
      const { license, downloads, task, sources } = record(catalogue, 'a/one');
      assert.deepEqual([license?.id, downloads, task], ['mit', 3, 'fill-mask']);
      assert.deepEqual(sources.popularity, { name: 'Hugging Face listing', date: '2024-07-11' });
      assert.equal(catalogue.near('a/onne'), 'a/one');
      assert.deepEqual(
        catalogue.search({ text: 'two', limit: 3 }).map(({ id }) => id),
        ['a/two'],
      );
    });
  }

  it('counts the lines that are no record', async () => {
    const file = write('odd.jsonl', `${text}not json\n\n[]\n{"id":"a b"}\n{"id":"c/three"}`);
    const { counts } = (await build(new AbortController().signal, ['listing', file])).meta;
    assert.equal(counts.models, 3);
  });

  for (const name of Object.keys(files).filter((other) => !other.endsWith('.jsonl'))) {
    it(`names the file that is cut off: ${name}`, async () => {
      await make(['listing', write('good.jsonl', text)]);
      const content = files[name] as Uint8Array;
      const cut = write(`cut-${name}`, content.subarray(0, content.length - 20));
      assert.ok((await refusal('listing', cut)).includes(cut));
    });
  }

  it('says that a file names no model, or is not there', async () => {
    await make(['listing', write('good.jsonl', text)]);
    assert.equal(await refusal('listing', write('empty.jsonl', '')), 'the sources name no model');
    assert.match(await refusal('listing', path('gone.jsonl')), /gone\.jsonl/);
    assert.match(await refusal('songs', path('good.jsonl')), /there is no kind "songs"/);
  });

  it('stops when it is told to, and leaves the old one', async () => {
    await make(['listing', write('good.jsonl', text)]);
    const many = Array.from({ length: 30_000 }, (_, at) => `{"id":"m/${at}","tags":[]}`).join('\n');
    const before = readFileSync(output());
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(build(controller.signal, ['listing', write('many.jsonl', many)]), UserError);
    assert.deepEqual(readFileSync(output()), before);
    assert.deepEqual(readdirSync(path('out')).sort(), ['catalog-search.bin', 'catalog.sqlite']);
  });
});

describe('building a catalogue of several kinds', () => {
  it('takes text tables, card fields and pages of PyTorch Hub', async () => {
    const page = 'Some page\n```python\ntorch.hub.load("ultralytics/yolov5:v6", "yolov5s")\n```\n';
    const cards = JSON.stringify({ 'a/one': { domain: 'NLP', dataset: ['squad', ''], context_id: 'a/one' } });
    const catalogue = await make(
      ['listing', write('models_2024-07-11.jsonl', text)],
      ['cards', write('fields.json', cards)],
      ['pytorch-hub', write('page_2024-04.md', page)],
      ['tables', join(__dirname, '../../../../data')],
    );
    assert.deepEqual(record(catalogue, 'a/one').card, { domain: 'NLP', dataset: 'squad' });
    assert.equal(record(catalogue, 'a/one').sources.card?.name, 'PeaTMOSS card fields');
    assert.equal(record(catalogue, 'ultralytics/yolov5#yolov5s', 'pytorch').library, 'torch.hub');
    // An alias of the tables.
    assert.equal(record(catalogue, 'bert-base-uncased').id, 'google-bert/bert-base-uncased');
  });
});

describe('building a catalogue of a PeaTMOSS.db', () => {
  const models = 3000;
  let file: string;
  before(() => makePeatmoss((file = path('PeaTMOSS.db')), models, 0));

  /** The small file with a change to it. */
  function changed(name: string, sql: string): string {
    writeFileSync(path(name), readFileSync(file));
    const database = new Database(path(name));
    database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    database.close();
    return path(name);
  }

  it('says of each model what the database joins to it', async () => {
    const catalogue = await make(['peatmoss', file]);
    assert.equal(catalogue.info().models, models);
    const database = new Database(file, { readOnly: true });
    const joined = (table: string, id: number, name = 'name') =>
      database
        .all(
          `SELECT DISTINCT ${name} AS name FROM model_to_${table} JOIN ${table} ON id = ${table}_id WHERE model_id = ? ORDER BY 1`,
          [id],
        )
        .map((row) => String(row['name']));
    try {
      for (let id = 1; id <= models - 362; id += 97) {
        const row = database.get('SELECT context_id, downloads, likes FROM model WHERE id = ?', [id]);
        const found = record(catalogue, String(row?.['context_id']));
        assert.deepEqual([found.downloads, found.likes], [row?.['downloads'], row?.['likes']]);
        assert.equal(found.peatmoss, found.id);
        assert.deepEqual([...found.architectures].sort(), joined('architecture', id));
        assert.deepEqual([...found.datasets].sort(), joined('dataset', id));
        assert.deepEqual([...found.languages].sort(), joined('language', id, 'abbreviation'));
        assert.deepEqual(found.license ? [found.license.id] : [], joined('license', id).slice(0, 1));
        assert.equal(found.library === null, joined('library', id).length === 0);
        assert.ok(found.task === null || joined('tag', id).includes(found.task));
        const reuse = database.get(
          'SELECT count(DISTINCT reuse_repository_id) AS n FROM model_to_reuse_repository WHERE model_id = ?',
          [id],
        );
        assert.equal(found.reuse ?? 0, reuse?.['n']);
      }
    } finally {
      database.close();
    }
  });

  it('takes rows that nobody should believe for what they are', async () => {
    const odd = changed(
      'odd.db',
      `DELETE FROM model WHERE id > 5; DELETE FROM model_to_tag WHERE model_id > 5;
       UPDATE model SET context_id = 'a/one', downloads = -5, likes = 9e99 WHERE id = 1;
       UPDATE model SET context_id = NULL WHERE id = 2;
       UPDATE model SET context_id = CAST(zeroblob(1000000) AS TEXT) || 'x' WHERE id = 3;
       UPDATE model SET context_id = 'a' || char(10) || 'b' WHERE id = 4;
       INSERT INTO model (id, context_id, model_hub_id, downloads) VALUES (1 << 60, 'A/ONE', 1, 7), (-9, 'a/nine', 77, 'many');
       INSERT INTO tag VALUES (900001, replace(hex(zeroblob(500000)), '00', 'tt')), (900002, NULL), (900003, 'dataset:two' || char(7));
       INSERT INTO model_to_tag VALUES (1, 900001), (1, 900002), (1, 900003), (1, 123456789), (NULL, 1), ('x', 'y'), (1, NULL), (1 << 61, 1);
       INSERT INTO model_to_license VALUES (-9, x'00ff')`,
    );
    const catalogue = await make(['peatmoss', odd]);
    assert.deepEqual([record(catalogue, 'a/one').downloads, record(catalogue, 'a/one').likes], [null, null]);
    assert.deepEqual(record(catalogue, 'a/nine').downloads, null);
    assert.equal(catalogue.info().models, 3);
    assert.ok(statSync(output()).size < 100_000);
  });

  it('reads a file that nobody may write, in a folder that nobody may write', async () => {
    mkdirSync(path('locked'));
    writeFileSync(path('locked/PeaTMOSS.db'), readFileSync(file), { mode: 0o444 });
    chmodSync(path('locked'), 0o555);
    const catalogue = await make(['peatmoss', path('locked/PeaTMOSS.db')]);
    chmodSync(path('locked'), 0o755);
    assert.equal(catalogue.info().models, models);
    assert.deepEqual(readdirSync(path('locked')), ['PeaTMOSS.db']);
  });

  const bad: Readonly<Record<string, readonly [make: () => string, said: RegExp]>> = {
    'is empty': [() => write('empty.db', ''), /empty\.db cannot be used: it is empty/],
    'is no database': [
      () => write('text.db', 'x'.repeat(5000)),
      /text\.db cannot be used: it is not an SQLite database/,
    ],
    'is encrypted': [
      () =>
        write(
          'secret.db',
          Uint8Array.from({ length: 9000 }, (_, at) => (at * 7919 + 13) % 251),
        ),
      /secret\.db cannot be used: it is not an SQLite database, or it is encrypted/,
    ],
    'is cut off': [
      () => {
        const cut = write('cut.db', readFileSync(file));
        truncateSync(cut, statSync(cut).size / 2);
        return cut;
      },
      /cut\.db cannot be used: it is cut off/,
    ],
    'is damaged inside': [
      () => {
        const bytes = Buffer.from(readFileSync(file));
        bytes.fill(0xa5, 4096, Math.min(bytes.length, 4096 * 600));
        return write('damaged.db', bytes);
      },
      /damaged\.db/,
    ],
    'is another database': [
      () => changed('songs.db', 'DROP TABLE model; CREATE TABLE song (id INTEGER)'),
      /songs\.db is a database, but not PeaTMOSS: it has no table model/,
    ],
    'is of another schema': [
      () => changed('schema.db', 'ALTER TABLE model RENAME COLUMN downloads TO loads'),
      /schema\.db is not of the schema of PeaTMOSS: the table model lacks downloads/,
    ],
    'has no models': [() => changed('bare.db', 'DELETE FROM model'), /the sources name no model/],
    'is a folder': [() => root, /cannot/],
  };
  for (const [what, [made, said]] of Object.entries(bad)) {
    it(`says that a file ${what}`, async () => {
      await make(['listing', write('good.jsonl', text)]);
      assert.match(await refusal('peatmoss', made()), said);
    });
  }

  it('reads a database that lacks every link table', async () => {
    const tables = ['tag', 'license', 'library', 'reuse_repository'].map(
      (name) => `DROP TABLE model_to_${name};`,
    );
    const catalogue = await make(['peatmoss', changed('thin.db', tables.join(' '))]);
    assert.equal(catalogue.info().models, models);
    assert.equal(catalogue.info().licenses, 0);
  });
});

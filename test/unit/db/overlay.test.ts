import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openCatalogue } from '../../../src/db/open';
import type { Catalogue } from '../../../src/db/catalogue';
import type { LookedUp } from '../../../src/db/hub/lookUp';
import { hubModelRecord } from '../../../src/db/hub/record';
import { Overlay } from '../../../src/db/overlay';
import { overlaid } from '../../../src/db/overlayRecord';
import type { ModelRecord } from '../../../src/db/record';
import { SearchIndexBuilder } from '../../../src/db/search/build';
import { loadSqlite, type SqlJsStatic } from '../../../src/db/sqlite';
import { type CatalogueInput, writeCatalogue } from '../../../src/db/write';
import type { LayerName, LayerStore, StoredCatalogue } from '../../../src/shared/layerStore';
import { english, message } from '../../../src/shared/message';
import { failure, ok, type Result } from '../../../src/shared/result';
import { record as sample } from '../present/samples';

const old = { name: 'listing', date: '2024-07-11' };
const hub = { name: 'Hugging Face hub', date: '2026-11-21' };

function record(id: string, parts: Partial<ModelRecord> = {}): ModelRecord {
  return sample({
    id,
    peatmoss: null,
    reuse: null,
    sources: { license: old, popularity: old, description: old },
    ...parts,
  });
}

const fresh = (id: string, parts: Partial<ModelRecord> = {}): LookedUp => ({
  record: record(id, { sources: { license: hub, popularity: hub, description: hub }, ...parts }),
  aliases: [],
});

/** Layers in memory; a name in `broken` cannot be read, one in `rotten` can and is not what was written, and nothing is written while `full`. */
class MemoryLayers implements LayerStore {
  readonly files = new Map<LayerName, Uint8Array>();
  readonly indexes = new Map<LayerName, Uint8Array>();
  readonly broken = new Set<LayerName>();
  readonly rotten = new Set<LayerName>();
  /** What was made elsewhere: name -> catalogue and index. */
  readonly made = new Map<string, readonly [catalogue: Uint8Array, index: Uint8Array | null]>();
  full = false;

  open(name: LayerName): Promise<Result<StoredCatalogue | null>> {
    if (this.broken.has(name)) return Promise.resolve(failure(message('it is cut off')));
    const file = this.files.get(name);
    return Promise.resolve(ok(file ? { file, readIndex: () => this.indexes.get(name) ?? null } : null));
  }

  verify(name: LayerName): Promise<Result<Uint8Array | null>> {
    const flaw = failure<null>(message('its checksum does not fit'));
    return Promise.resolve(this.rotten.has(name) ? flaw : ok(this.indexes.get(name) ?? null));
  }

  write(name: LayerName, catalogue: Uint8Array): Promise<Result<null>> {
    if (this.full) return Promise.resolve(failure(message('the disk is full')));
    this.files.set(name, catalogue);
    this.broken.delete(name);
    return Promise.resolve(ok(null));
  }

  take(name: LayerName, made: string): Promise<Result<null>> {
    const [catalogue, index] = this.made.get(made) ?? [];
    if (!catalogue) return Promise.resolve(failure(message('no such file')));
    if (index) this.indexes.set(name, index);
    return this.write(name, catalogue);
  }

  remove(name: LayerName): Promise<Result<null>> {
    this.files.delete(name);
    return Promise.resolve(ok(null));
  }
}

describe('the overlay', () => {
  let sqlite: SqlJsStatic;
  let store: MemoryLayers;
  let base: Catalogue;
  let overlay: Overlay;

  const bytesOf = (records: readonly ModelRecord[], aliases: CatalogueInput['aliases'] = []) =>
    writeCatalogue(sqlite, { asOf: '2024-07-11', sources: [old], records, aliases });

  const install = (catalogue: Uint8Array, index: Uint8Array | null = null) => {
    store.made.set('made', [catalogue, index]);
    return overlay.install('imported', 'made');
  };

  const look = (written: string, library = 'transformers') =>
    overlay.catalogue.lookup({ hub: 'huggingface', library, written });

  const found = (written: string, library?: string) => {
    const answer = look(written, library);
    assert.ok('record' in answer, `${written}: ${answer.answer}`);
    return answer;
  };

  before(async () => {
    sqlite = await loadSqlite(readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')));
  });

  beforeEach(async () => {
    store = new MemoryLayers();
    const alias = {
      alias: 'gpt2',
      hub: 'huggingface',
      id: 'openai-community/gpt2',
      kind: 'moved',
      library: '',
    } as const;
    const opened = openCatalogue(
      sqlite,
      bytesOf(
        [
          record('openai-community/gpt2', {
            downloads: 100,
            peatmoss: 'gpt2',
            reuse: 910,
            task: 'text-generation',
          }),
          record('a/known', { downloads: 50, license: { id: 'mit', name: null, link: null } }),
          record('spacy/en_core_web_sm', { downloads: 10 }),
        ],
        [alias],
      ),
    );
    assert.ok(opened.ok);
    base = opened.value;
    overlay = await Overlay.open(sqlite, store, [base]);
  });

  afterEach(() => {
    overlay.dispose();
    base.dispose();
  });

  const add = async (...finds: LookedUp[]) => assert.ok((await overlay.add(finds, '2026-11-21')).ok);

  it('is the catalogue that ships while nothing was added', () => {
    assert.equal(found('gpt2').record.downloads, 100);
    assert.deepEqual(look('new/model'), {
      answer: 'not-in-catalog',
      written: 'new/model',
      asOf: '2024-07-11',
    });
    assert.deepEqual([overlay.names, overlay.problems], [[], []]);
  });

  it('answers for what was looked up, with source and date, and remembers it', async () => {
    await add(fresh('new/model', { downloads: 7 }));
    await add(fresh('newer/model'));
    const again = await Overlay.open(sqlite, store, [base]);
    for (const { catalogue } of [overlay, again]) {
      const answer = catalogue.lookup({ hub: 'huggingface', library: '', written: 'new/model' });
      assert.ok(answer.answer === 'found');
      assert.equal(answer.record.downloads, 7);
      assert.deepEqual(answer.record.sources.license, hub);
      assert.ok('record' in catalogue.lookup({ hub: 'huggingface', library: '', written: 'newer/model' }));
    }
    again.dispose();
  });

  it('wins over the catalogue that ships, group by group', async () => {
    const license = { id: 'apache-2.0', name: null, link: null };
    await add(fresh('a/known', { license, downloads: 51, parameters: null }));
    const { record: known } = found('a/known');
    assert.deepEqual([known.license, known.downloads, known.sources.license], [license, 51, hub]);
    assert.equal(known.parameters, 110_106_428);
  });

  it('keeps the old names and the PeaTMOSS facts of the model', async () => {
    await add(fresh('openai-community/gpt2', { downloads: 200 }));
    const { record: gpt2, alias } = found('gpt2');
    assert.deepEqual([gpt2.downloads, gpt2.peatmoss, gpt2.reuse], [200, 'gpt2', 910]);
    assert.deepEqual(alias, { kind: 'moved', from: 'gpt2' });
  });

  it('knows the names that led to a model', async () => {
    const { record: moved } = fresh('acme/model-2');
    await add({
      record: moved,
      aliases: [{ alias: 'acme/model', hub: 'huggingface', id: 'acme/model-2', kind: 'moved', library: '' }],
    });
    await add(fresh('something/else'));
    const answer = found('acme/model');
    assert.deepEqual([answer.record.id, answer.alias?.kind], ['acme/model-2', 'moved']);
  });

  it("does not put a library's prefix before an id that is known as it stands", async () => {
    await add(fresh('sentence-transformers/a-model'));
    assert.equal(found('a-model', 'sentence-transformers').alias?.kind, 'prefix');
    const opened = await install(bytesOf([record('a-model', { downloads: 1 })]));
    assert.ok(opened.ok);
    assert.equal(found('a-model', 'sentence-transformers').record.id, 'a-model');
  });

  it('says "no licence declared" when the hub has taken the licence away', async () => {
    await add(fresh('a/known', { license: null }));
    assert.equal(look('a/known').answer, 'no-license');
  });

  it('searches all layers, each model once, by its newest facts', async () => {
    await add(fresh('a/known', { downloads: 500 }), fresh('b/new', { downloads: 70 }));
    const hits = overlay.catalogue.search({ limit: 10 }).map(({ id, downloads }) => [id, downloads]);
    assert.deepEqual(hits, [
      ['a/known', 500],
      ['openai-community/gpt2', 100],
      ['b/new', 70],
      ['spacy/en_core_web_sm', 10],
    ]);
    const limited = overlay.catalogue.search({ limit: 2 });
    assert.deepEqual(
      limited.map(({ id }) => id),
      ['a/known', 'openai-community/gpt2'],
    );
    await add(fresh('openai-community/gpt2', { task: 'fill-mask' }));
    assert.deepEqual(overlay.catalogue.search({ task: 'text-generation', limit: 5 }), []);
  });

  it('offers alternatives and near ids of all layers, and counts the largest', async () => {
    assert.equal(overlay.catalogue.near('b/renowned-modle'), null);
    await add(fresh('b/renowned-model', { downloads: 70 }));
    const { record: known } = found('a/known');
    const others = overlay.catalogue.alternatives(known, 5).map(({ id }) => id);
    assert.ok(others.includes('b/renowned-model') && !others.includes('a/known'), others.join());
    assert.equal(overlay.catalogue.near('b/renowned-modle'), 'b/renowned-model');
    assert.equal(overlay.catalogue.near('openai-comunity/gpt2'), 'openai-community/gpt2');
    const { models, sources } = overlay.catalogue.info();
    assert.deepEqual([models, sources.map(({ name }) => name).sort()], [3, ['Hugging Face hub', 'listing']]);
    const asked = overlay.catalogue.query('SELECT count(*) FROM models', { maxRows: 1 });
    assert.deepEqual(asked.ok && asked.value.rows, [[3]]);
  });

  it('orders alternatives of several layers as one catalogue does: near the size, then by downloads', async () => {
    const sized = (id: string, parameters: number | null, downloads: number) =>
      record(id, { parameters, downloads, task: 'token-classification' });
    const opened = await install(
      bytesOf([
        sized('big/one', 9e9, 900),
        sized('near/less', 90e6, 5),
        sized('near/more', 150e6, 40),
        sized('unknown/one', null, 700),
        sized('mit/one', 100e6, 1),
      ]),
    );
    assert.ok(opened.ok);
    const license = { id: 'mit', name: null, link: null };
    await add(
      fresh('wanted/model', { parameters: 100e6, task: 'token-classification' }),
      fresh('near/less', { parameters: 90e6, downloads: 60, task: 'token-classification' }),
      fresh('mit/one', { parameters: 100e6, downloads: 1, task: 'token-classification', license }),
    );
    const { record: wanted } = found('wanted/model');
    const ids = (limit: number, accepts?: (other: ModelRecord) => boolean) =>
      overlay.catalogue.alternatives(wanted, limit, accepts).map(({ id }) => id);
    assert.deepEqual(ids(9), ['near/less', 'near/more', 'mit/one', 'unknown/one', 'big/one']);
    assert.deepEqual(ids(2), ['near/less', 'near/more']);
    assert.deepEqual(
      ids(9, (other) => other.license?.id === 'mit'),
      ['mit/one'],
    );
  });

  it('searches with the index that came with a catalogue, and without one that is of another', async () => {
    const catalogue = bytesOf([record('c/imported'), record('c/other')]);
    const [stamp] = [
      ...new sqlite.Database(catalogue).exec("SELECT value FROM meta WHERE name = 'info'"),
    ].map(({ values }) => (JSON.parse(String(values[0]?.[0])) as { stamp: string }).stamp);
    // An index that has one of the two models, so that it shows who is asked.
    const indexWith = (of: string) => {
      const builder = new SearchIndexBuilder();
      const nothing = { downloads: null, parameters: null, task: 0, library: 0, license: 0 };
      builder.add({ owner: 1, name: 'imported', hub: 0, ...nothing });
      return builder.finish(of, () => 'c');
    };
    const found = async (index: Uint8Array | null) => {
      assert.ok((await install(catalogue, index)).ok);
      return overlay.catalogue.search({ text: 'c/', limit: 9 }).length;
    };
    assert.equal(await found(indexWith(stamp ?? '')), 1);
    assert.ok((await install(catalogue, indexWith(stamp ?? ''))).ok);
    await overlay.verify();
    // It is at hand from then on.
    store.indexes.clear();
    assert.equal(overlay.catalogue.search({ text: 'c/', limit: 9 }).length, 1);
    assert.equal(await found(indexWith('of another')), 2);
    assert.equal(await found(Buffer.from('no index')), 2);
  });

  it('tells that it changed, after it did', async () => {
    const seen: string[] = [];
    overlay.onDidChange(() => seen.push(look('new/model').answer));
    await add(fresh('new/model'));
    await overlay.reset();
    assert.deepEqual(seen, ['found', 'not-in-catalog']);
  });

  it('can be deleted', async () => {
    await add(fresh('new/model'), fresh('a/known', { downloads: 1 }));
    assert.ok((await install(bytesOf([record('c/imported')]))).ok);
    assert.ok((await overlay.reset()).ok);
    assert.deepEqual([store.files.size, overlay.names], [0, []]);
    assert.deepEqual(
      [look('new/model').answer, look('c/imported').answer],
      ['not-in-catalog', 'not-in-catalog'],
    );
    assert.equal(found('a/known').record.downloads, 50);
  });

  it('keeps what another window looked up meanwhile', async () => {
    const other = await Overlay.open(sqlite, store, [base]);
    assert.ok((await other.add([fresh('from/other')], '2026-11-21')).ok);
    await add(fresh('from/here'));
    assert.deepEqual([look('from/other').answer, look('from/here').answer], ['found', 'found']);
    other.dispose();
  });

  it('loses nothing of finds that come together', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `many/model-${index}`);
    await Promise.all(ids.map((id) => add(fresh(id))));
    assert.deepEqual(
      ids.map((id) => look(id).answer),
      ids.map(() => 'found'),
    );
  });

  it('leaves out a layer that is damaged, says so, and the rest answers', async () => {
    await add(fresh('new/model'));
    store.broken.add('looked-up');
    const again = await Overlay.open(sqlite, store, [base]);
    assert.deepEqual(again.problems.map(english), ['it is cut off']);
    const answer = again.catalogue.lookup({ hub: 'huggingface', library: '', written: 'gpt2' });
    assert.equal(answer.answer, 'found');
    assert.ok((await again.add([fresh('newer/model')], '2026-11-21')).ok);
    assert.deepEqual(again.problems, []);
    again.dispose();
  });

  it('leaves out a layer that turns out not to be what was written, and says so', async () => {
    await add(fresh('new/model'));
    store.rotten.add('looked-up');
    let heard = 0;
    overlay.onDidChange(() => heard++);
    await overlay.verify();
    assert.deepEqual(overlay.problems.map(english), ['its checksum does not fit']);
    assert.deepEqual([look('new/model').answer, found('gpt2').answer, heard], ['not-in-catalog', 'found', 1]);
  });

  it('keeps the old one when the new one cannot be moved to its place', async () => {
    assert.ok((await install(bytesOf([record('c/imported')]))).ok);
    const refused = await overlay.install('imported', 'nothing there');
    assert.equal(refused.ok ? '' : english(refused.error), 'no such file');
    assert.equal(look('c/imported').answer, 'found');
  });

  it('keeps the old one when the new one cannot be written', async () => {
    await add(fresh('new/model', { downloads: 1 }));
    store.full = true;
    const written = await overlay.add([fresh('new/model', { downloads: 2 })], '2026-11-21');
    assert.ok(!written.ok);
    assert.equal(english(written.error), 'the disk is full');
    assert.equal(found('new/model').record.downloads, 1);
  });

  it('says which layer is of another version, and the rest answers', async () => {
    const database = new sqlite.Database(bytesOf([record('c/imported')]));
    database.run("UPDATE meta SET value = json_set(value, '$.schema', 99) WHERE name = 'info'");
    store.files.set('imported', database.export());
    database.close();
    const again = await Overlay.open(sqlite, store, [base]);
    assert.match(
      again.problems.map(english).join(),
      /^the imported catalogue cannot be used: its version is 99/,
    );
    assert.ok('record' in again.catalogue.lookup({ hub: 'huggingface', library: '', written: 'gpt2' }));
    again.dispose();
  });

  it('keeps nothing absurd of what a hub answers', async () => {
    const long = 'x'.repeat(2_000_000);
    const json = {
      id: 'new/model',
      downloads: 1e300,
      likes: -5,
      pipeline_tag: long,
      library_name: 'a\u0000b\n\u202e',
      createdAt: long,
      gated: long,
      tags: [
        `license:${long}`,
        `arxiv:${long}`,
        ...Array.from({ length: 300_000 }, (_, n) => `dataset:${n}`),
      ],
      cardData: { license_name: long, license_link: long },
      config: { architectures: [long, 'a\u0007'] },
      safetensors: { total: Number.MAX_VALUE },
    };
    const made = hubModelRecord(json, '2026-11-21', { hardware: long });
    assert.ok(made);
    await add({ record: made, aliases: [] });
    const { record: kept } = found('new/model');
    const text = JSON.stringify(kept);
    assert.ok(text.length < 30_000, `${text.length} characters`);
    assert.doesNotMatch(text, /\\u00|\u202e/);
    assert.equal(kept.license?.id.length, 500);
  });

  it('answers without a catalogue that ships', async () => {
    await add(fresh('new/model'));
    const alone = await Overlay.open(sqlite, store, []);
    const reference = { hub: 'huggingface', library: '', written: 'new/model' } as const;
    assert.equal(alone.catalogue.lookup(reference).answer, 'found');
    assert.equal(alone.catalogue.lookup({ ...reference, written: 'x/y' }).answer, 'not-in-catalog');
    alone.dispose();
  });
});

describe('a record over another', () => {
  it('takes each group whole, from one source', () => {
    const upper = record('a/b', {
      task: null,
      library: 'peft',
      languages: [],
      sources: { description: hub },
    });
    const lower = record('a/b', { task: 'fill-mask', library: 'transformers', languages: ['en'] });
    const both = overlaid(upper, lower);
    assert.deepEqual([both.task, both.library, both.languages], [null, 'peft', []]);
    assert.deepEqual(both.sources.description, hub);
  });
});

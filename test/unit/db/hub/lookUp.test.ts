import assert from 'node:assert/strict';
import { askAll } from '../../../../src/db/hub/batch';
import { hubFailure, type HubErrorKind, type HubResult } from '../../../../src/db/hub/error';
import { hubIdsOf, lookUpModel, type LookUpParts } from '../../../../src/db/hub/lookUp';
import { hubModelRecord } from '../../../../src/db/hub/record';
import { neverCancelled } from '../../../../src/shared/fetch';
import { message } from '../../../../src/shared/message';
import { HubServer, send } from './hubServer';
import { bert, clientOf } from './parts';

const hub = 'huggingface';
const reference = (written: string, library = 'transformers') => ({ hub, library, written }) as const;

describe('a record of the live hub', () => {
  it('says what the API says, and that it is from the hub and of that day', () => {
    const record = hubModelRecord(bert, '2026-11-21');
    const source = { name: 'Hugging Face hub', date: '2026-11-21' };
    assert.deepEqual(record, {
      id: 'google-bert/bert-base-uncased',
      hub,
      peatmoss: null,
      license: { id: 'apache-2.0', name: null, link: null },
      downloads: 65_000_000,
      likes: 2000,
      task: 'fill-mask',
      library: 'transformers',
      frameworks: ['pytorch', 'tf', 'jax', 'safetensors'],
      languages: ['en'],
      architectures: ['BertForMaskedLM'],
      baseModels: [],
      datasets: ['bookcorpus', 'wikipedia'],
      papers: ['1810.04805'],
      parameters: 110_106_428,
      gated: false,
      // That day means "before March 2022".
      created: null,
      reuse: null,
      card: {},
      sources: {
        license: source,
        popularity: source,
        description: source,
        architectures: source,
        parameters: source,
      },
    });
  });

  it('tells "no licence declared" from "nothing said"', () => {
    const { tags, cardData, ...silent } = bert;
    const none = hubModelRecord({ ...bert, tags: tags.slice(0, 3), cardData: {} }, '2026-11-21');
    assert.deepEqual([none?.license, none?.sources.license?.date], [null, '2026-11-21']);
    assert.equal(hubModelRecord(silent, '2026-11-21')?.sources.license, undefined);
    assert.equal(hubModelRecord({ ...silent, cardData }, '2026-11-21')?.license?.id, 'apache-2.0');
  });

  it('keeps name and link of a licence of its own, and the gate', () => {
    const json = {
      ...bert,
      gated: 'manual',
      tags: ['license:other'],
      cardData: {
        license: 'other',
        license_name: 'gemma',
        license_link: 'https://ai.google.dev/gemma/terms',
      },
    };
    const record = hubModelRecord(json, '2026-11-21');
    const link = 'https://ai.google.dev/gemma/terms';
    assert.deepEqual(record?.license, { id: 'other', name: 'gemma', link });
    assert.equal(record.gated, true);
  });

  it('survives fields of any type', () => {
    for (const wrong of [null, 7, 'x', [], {}, [[]], [{}], true]) {
      const json: Record<string, unknown> = Object.fromEntries(Object.keys(bert).map((key) => [key, wrong]));
      assert.ok(hubModelRecord({ ...json, id: 'a/b' }, '2026-11-21'), JSON.stringify(wrong));
    }
  });
});

describe('a look-up at the hub', () => {
  let server: HubServer;

  beforeEach(async () => {
    server = await HubServer.start();
  });

  afterEach(() => server.stop());

  function parts(more: Partial<LookUpParts> = {}): LookUpParts {
    const { client } = clientOf(server.origin);
    const today = () => '2026-11-21';
    return {
      hub: client,
      isPrivate: () => false,
      today,
      cardFields: (text) => ({ text }),
      ...more,
    };
  }

  const path = `/api/models/${bert.id}`;

  it('brings the record, the card and the name by which it was found', async () => {
    server.on('/api/models/bert-base-uncased', (_, response) =>
      response.writeHead(307, { location: path }).end(),
    );
    server.json(path, bert);
    server.on(`/${bert.id}/raw/main/README.md`, (_, response) => send(response, 200, 'a card'));
    const found = await lookUpModel(parts(), reference('bert-base-uncased'));
    assert.ok(found.ok);
    assert.deepEqual(found.value.aliases, [
      { alias: 'bert-base-uncased', hub, id: bert.id, kind: 'moved', library: '' },
    ]);
    assert.deepEqual(found.value.record.card, { text: 'a card' });
    assert.equal(found.value.record.sources.card?.date, '2026-11-21');
  });

  it('does without the card of a gated model', async () => {
    server.json(path, { ...bert, gated: 'auto' });
    server.on(`/${bert.id}/raw/main/README.md`, (_, response) => send(response, 401, {}));
    const found = await lookUpModel(parts(), reference(bert.id));
    assert.ok(found.ok);
    assert.deepEqual([found.value.record.gated, found.value.record.card], [true, {}]);
  });

  it('makes no name of another case', async () => {
    server.json('/api/models/Google-BERT/bert-base-uncased', bert);
    const found = await lookUpModel(parts(), reference('Google-BERT/bert-base-uncased'));
    assert.deepEqual(found.ok && found.value.aliases, []);
  });

  it('asks for what the library puts in front when the hub does not have the short name', async () => {
    const id = 'sentence-transformers/all-MiniLM-L6-v9';
    server.on('/api/models/all-MiniLM-L6-v9', (_, response) => send(response, 401, {}));
    server.json(`/api/models/${id}`, { ...bert, id });
    const found = await lookUpModel(parts(), reference('all-MiniLM-L6-v9', 'sentence-transformers'));
    assert.equal(found.ok && found.value.record.id, id);
  });

  it('never sends what the policy keeps private, in whatever spelling', async () => {
    const isPrivate = (id: string) => id.startsWith('sentence-transformers/acme');
    for (const words of ['sentence-transformers/acme-1', 'acme-1', 'hf-hub:sentence-transformers/acme-1']) {
      const asked = await lookUpModel(parts({ isPrivate }), reference(words, 'sentence-transformers'));
      assert.equal(!asked.ok && asked.error.kind, 'private', words);
    }
    assert.deepEqual(server.asked, []);
  });

  it('sends no path and no id of another hub', async () => {
    for (const asked of [
      await lookUpModel(parts(), reference('./models/mine')),
      await lookUpModel(parts(), reference('/opt/models/mine')),
      await lookUpModel(parts(), { hub: 'pytorch', library: 'torchvision', written: 'resnet50' }),
    ])
      assert.equal(!asked.ok && asked.error.kind, 'no-id');
    assert.deepEqual(server.asked, []);
  });

  it('knows the spellings that a written id may stand for', () => {
    assert.deepEqual(hubIdsOf(reference('hf-hub:timm/vit_base', 'timm')), ['timm/vit_base']);
    assert.deepEqual(hubIdsOf(reference('https://huggingface.co/a/b')), ['a/b']);
  });
});

describe('a batch of look-ups', () => {
  async function run(answers: Readonly<Record<string, HubErrorKind | 'ok'>>, signal = neverCancelled) {
    const asked: string[] = [];
    const got: Record<string, string> = {};
    let now = 0;
    let most = 0;
    await askAll(
      Object.keys(answers),
      async (name): Promise<HubResult<string>> => {
        asked.push(name);
        most = Math.max(most, ++now);
        await Promise.resolve();
        now--;
        const kind = answers[name] ?? 'ok';
        return kind === 'ok' ? { ok: true, value: name } : hubFailure(kind, message('no'));
      },
      (name, answer) => (got[name] = answer.ok ? answer.value : answer.error.kind),
      signal,
    );
    return { asked, got, most };
  }

  it('asks for everything, a few at a time, and goes on after one that fails', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `m${index}`);
    const answers = Object.fromEntries(
      names.map((name, index) => [name, index === 3 ? ('not-found' as const) : ('ok' as const)]),
    );
    const { got, most } = await run(answers);
    assert.equal(Object.keys(got).length, 40);
    assert.equal(got['m3'], 'not-found');
    assert.ok(most > 1 && most <= 4, `${most} at a time`);
  });

  for (const kind of ['rate-limited', 'offline'] as const) {
    it(`sends nothing more after "${kind}", and says so for the rest`, async () => {
      const names = Array.from({ length: 40 }, (_, index) => [`m${index}`, kind] as const);
      const { asked, got } = await run(Object.fromEntries(names));
      assert.ok(asked.length <= 4, `${asked.length} asked`);
      assert.deepEqual(new Set(Object.values(got)), new Set([kind]));
      assert.equal(Object.keys(got).length, 40);
    });
  }

  it('sends nothing when cancelled', async () => {
    const { asked, got } = await run({ a: 'ok', b: 'ok' }, { ...neverCancelled, cancelled: true });
    assert.deepEqual([asked, got], [[], { a: 'cancelled', b: 'cancelled' }]);
  });
});

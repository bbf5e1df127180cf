/** The catalogue that ships, built from `data/`. Expectations are facts of the sources, written down by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildCatalogue } from '../../../scripts/catalogue/build';
import type { Catalogue, SearchQuery } from '../../../src/db/catalogue';
import { openCatalogue } from '../../../src/db/open';
import { isLicenseStated, type Lookup } from '../../../src/db/record';
import { loadSqlite, type SqlJsStatic } from '../../../src/db/sqlite';
import { english } from '../../../src/shared/message';

const data = join(__dirname, '../../../data');
let sqlite: SqlJsStatic;
let bytes: Uint8Array;
let catalogue: Catalogue;

before(async () => {
  sqlite = await loadSqlite(readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')));
  bytes = await buildCatalogue(data);
  const opened = openCatalogue(sqlite, bytes);
  assert.ok(opened.ok);
  catalogue = opened.value;
});

after(() => catalogue.dispose());

function look(
  written: string,
  library = 'transformers',
  hub: 'huggingface' | 'pytorch' = 'huggingface',
): Lookup {
  return catalogue.lookup({ hub, library, written });
}

describe('looking a model up', () => {
  // written, library -> id, licence that the hub declares, PeaTMOSS id, how it was found
  const known: readonly (readonly [string, string, string, string, string | null, string | null])[] = [
    ['openai-community/gpt2', 'transformers', 'openai-community/gpt2', 'mit', 'gpt2', null],
    ['gpt2', 'transformers', 'openai-community/gpt2', 'mit', 'gpt2', 'moved'],
    [
      'bert-base-uncased',
      'transformers',
      'google-bert/bert-base-uncased',
      'apache-2.0',
      'bert-base-uncased',
      'moved',
    ],
    [
      'roberta-large-mnli',
      'transformers',
      'FacebookAI/roberta-large-mnli',
      'mit',
      'roberta-large-mnli',
      'moved',
    ],
    [
      'EleutherAI/gpt-j-6B',
      'transformers',
      'EleutherAI/gpt-j-6b',
      'apache-2.0',
      'EleutherAI/gpt-j-6b',
      'case',
    ],
    [
      'all-MiniLM-L6-v2',
      'sentence-transformers',
      'sentence-transformers/all-MiniLM-L6-v2',
      'apache-2.0',
      'sentence-transformers/all-MiniLM-L6-v2',
      'prefix',
    ],
    ['en_core_web_sm', 'spacy', 'spacy/en_core_web_sm', 'mit', 'spacy/en_core_web_sm', 'prefix'],
    ['es_core_news_sm', 'spacy', 'spacy/es_core_news_sm', 'gpl-3.0', 'spacy/es_core_news_sm', 'prefix'],
    [
      'vit_base_patch16_384',
      'timm',
      'timm/vit_base_patch16_384.augreg_in21k_ft_in1k',
      'apache-2.0',
      'timm/vit_base_patch16_384.augreg_in21k_ft_in1k',
      'default-tag',
    ],
    ['resnet50.a1_in1k', 'timm', 'timm/resnet50.a1_in1k', 'apache-2.0', 'timm/resnet50.a1_in1k', 'prefix'],
    [
      'hf-hub:timm/resnet50.a1_in1k',
      'timm',
      'timm/resnet50.a1_in1k',
      'apache-2.0',
      'timm/resnet50.a1_in1k',
      'prefix',
    ],
    [
      'https://huggingface.co/timm/resnet50.a1_in1k/resolve/main/model.safetensors',
      'timm',
      'timm/resnet50.a1_in1k',
      'apache-2.0',
      'timm/resnet50.a1_in1k',
      'prefix',
    ],
    [
      'cl-tohoku/bert-base-japanese-char-v3',
      'transformers',
      'tohoku-nlp/bert-base-japanese-char-v3',
      'apache-2.0',
      'cl-tohoku/bert-base-japanese-char-v3',
      'moved',
    ],
    [
      'facebook/dpr-question_encoder-single-nq-base',
      'transformers',
      'facebook/dpr-question_encoder-single-nq-base',
      'cc-by-nc-4.0',
      'facebook/dpr-question_encoder-single-nq-base',
      null,
    ],
  ];

  for (const [written, library, id, license, peatmoss, alias] of known) {
    it(`finds ${written} of ${library}`, () => {
      const found = look(written, library);
      assert.ok(found.answer === 'found', `answer is ${found.answer}`);
      assert.deepEqual(
        [found.record.id, found.record.license?.id, found.record.peatmoss, found.alias?.kind ?? null],
        [id, license, peatmoss, alias],
      );
    });
  }

  // What each library's documentation says that its short name loads.
  const shortNames: readonly (readonly [string, string, string])[] = [
    ['ner', 'flair', 'flair/ner-english'],
    ['ner-ontonotes-large', 'flair', 'flair/ner-english-ontonotes-large'],
    ['chunk-fast', 'flair', 'flair/chunk-english-fast'],
    ['base', 'whisper', 'openai/whisper-base'],
    ['large-v2', 'faster_whisper', 'Systran/faster-whisper-large-v2'],
    ['small', 'whisperx', 'Systran/faster-whisper-small'],
    ['en', 'spacy', 'spacy/en_core_web_sm'],
    ['en', 'stanza', 'stanfordnlp/stanza-en'],
    ['en_textcat_emotion_xlm', 'spacy', 'Gianpe/en_textcat_emotion_xlm'],
    ['gpt2-small', 'transformer_lens', 'openai-community/gpt2'],
    ['all-mpnet-base-v2', 'langchain', 'sentence-transformers/all-mpnet-base-v2'],
    ['hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K', 'open_clip', 'laion/CLIP-ViT-B-32-laion2B-s34B-b79K'],
  ];

  for (const [written, library, id] of shortNames) {
    it(`knows what ${written} is to ${library}`, () => {
      const found = look(written, library);
      assert.ok('record' in found, `answer is ${found.answer}`);
      assert.equal(found.record.id, id);
      assert.equal(found.alias?.kind, 'prefix');
    });
  }

  it("does not take a stranger's copy for the package that others publish", () => {
    assert.equal(look('en_core_sci_scibert', 'spacy').answer, 'not-in-catalog');
  });

  it('takes a short name for the library that has it only', () => {
    assert.equal(look('base', 'transformers').answer, 'not-in-catalog');
    assert.equal(look('en', 'transformers').answer, 'not-in-catalog');
  });

  it("keeps the author's licence where another list has its own", () => {
    // The hub's cards; MTEB's list has MIT for both.
    for (const [id, license] of [
      ['facebook/mms-1b-all', 'cc-by-nc-4.0'],
      ['openai/whisper-tiny', 'apache-2.0'],
    ] as const) {
      const found = look(id);
      assert.equal(found.answer === 'found' && found.record.license?.id, license, id);
    }
  });

  it('tells a licence that is not declared from one that no source speaks of', () => {
    // In the listing of 2024 without a licence tag; in a list of 2026 that has no licences at all.
    for (const [id, spoken] of [
      ['openai/clip-vit-base-patch32', true],
      ['Qwen/Qwen3-8B', false],
    ] as const) {
      const found = look(id);
      assert.ok(found.answer === 'no-license', `${id}: ${found.answer}`);
      assert.equal(isLicenseStated(found.record), spoken, id);
    }
  });

  it("takes an entry of PyTorch's own repository for the library's builder", () => {
    const found = look('pytorch/vision:v0.10.0#efficientnet_b0', 'torch.hub', 'pytorch');
    assert.equal('record' in found && found.record.id, 'efficientnet_b0');
  });

  it('ignores the branch of a torch.hub repository', () => {
    const found = look('ultralytics/yolov5:v6.0#yolov5s', 'torch.hub', 'pytorch');
    assert.equal(found.answer === 'found' && found.record.id, 'ultralytics/yolov5#yolov5s');
  });

  it('keeps the hubs apart', () => {
    assert.equal(look('resnet50', 'torchvision', 'pytorch').answer, 'found');
    assert.equal(look('resnet50', 'transformers').answer, 'not-in-catalog');
  });

  it('says as of when it does not know a model', () => {
    const lookup = look('nobody/has-this-model');
    assert.ok(lookup.answer === 'not-in-catalog');
    assert.match(lookup.asOf, /^\d{4}-\d{2}/);
  });

  it('counts the PeaTMOSS repositories that load a model', () => {
    const found = look('gpt2');
    assert.equal(found.answer === 'found' && found.record.reuse, 910);
  });

  it('knows where each group of facts is from', () => {
    const found = look('gpt2');
    assert.ok(found.answer === 'found');
    assert.deepEqual(found.record.sources.reuse, { name: 'PeaTMOSS', date: '2023-08' });
    assert.match(found.record.sources.license?.date ?? '', /^\d{4}/);
  });

  it('names the nearest id of a slip, and none for what is far from all', () => {
    assert.equal(catalogue.near('openai-comunity/gpt2'), 'openai-community/gpt2');
    assert.equal(catalogue.near('bert-base-uncasd'), 'google-bert/bert-base-uncased');
    assert.equal(catalogue.near('completely-else/unrelated-thing-entirely'), null);
  });

  it('finds by words, task and library, most downloaded first', () => {
    const hits = catalogue.search({ text: 'minilm sentence', limit: 5 });
    assert.ok(hits.length === 5 && hits.every(({ id }) => /minilm/i.test(id)));
    const tasks = catalogue.search({ task: 'summarization', limit: 20 });
    assert.ok(tasks.length === 20 && tasks.every(({ task }) => task === 'summarization'));
    const downloads = tasks.map(({ downloads: count }) => count ?? 0);
    assert.deepEqual(
      downloads,
      [...downloads].sort((a, b) => b - a),
    );
  });

  it('takes terms in any case: licences as SPDX writes them', () => {
    const ids = (query: Omit<SearchQuery, 'limit'>) =>
      catalogue.search({ ...query, limit: 20 }).map(({ id }) => id);
    const found = ids({ license: 'apache-2.0', task: 'fill-mask', library: 'transformers' });
    assert.equal(found.length, 20);
    assert.deepEqual(ids({ license: 'Apache-2.0', task: 'Fill-Mask', library: 'Transformers' }), found);
    const withField = { fields: { datasets: 'squad' } };
    assert.deepEqual(ids({ ...withField, license: 'MIT' }), ids({ ...withField, license: 'mit' }));
    assert.ok(ids({ ...withField, license: 'MIT' }).length > 0);
  });

  it('finds words of the owner and of the name, and one that goes over the slash', () => {
    for (const text of ['openai clip', 'CLIP OpenAI', 'openai/clip', 'i/clip-vit']) {
      const [first] = catalogue.search({ text, limit: 1 });
      assert.equal(first?.id, 'openai/clip-vit-base-patch32', text);
    }
  });

  it('names the nearest of names that are written without their owner', () => {
    for (const [written, meant] of [
      ['robertta-large', 'FacebookAI/roberta-large'],
      ['t5-smal', 'google-t5/t5-small'],
      ['all-MiniLM-L6-v3', 'sentence-transformers/all-MiniLM-L6-v2'],
      ['bert_base_uncased', 'google-bert/bert-base-uncased'],
      ['gpt-2', 'openai-community/gpt2'],
      ['gtp2', null],
    ] as const)
      assert.equal(catalogue.near(written), meant, written);
  });
});

describe('the catalogue that ships', () => {
  it('has every model that PeaTMOSS links or counts', () => {
    const info = catalogue.info();
    assert.ok(info.models >= 30_000, `${info.models} models`);
    assert.equal(info.reuse, 1512);
    assert.equal(info.cards, 50);
  });

  it('holds facts of the hand-checked cards, and no sentence of theirs', () => {
    const found = look('tiiuae/falcon-7b-instruct');
    assert.ok(found.answer === 'found');
    const { hardware, limitationAndBias } = found.record.card;
    assert.equal(hardware, 'AWS SageMaker, on 32 A100 40GB GPUs in P4d instances');
    assert.equal(limitationAndBias, 'on the card');
  });

  it('is the same bytes every time', async () => {
    assert.deepEqual(Buffer.from(await buildCatalogue(data)), Buffer.from(bytes));
  });
});

describe('a file that is no catalogue', () => {
  const reason = (content: Uint8Array) => {
    const opened = openCatalogue(sqlite, content);
    return opened.ok ? 'opened' : english(opened.error);
  };

  it('is refused with a reason', () => {
    assert.equal(reason(new Uint8Array()), 'it is empty');
    assert.equal(
      reason(Buffer.from('a line of text\n'.repeat(100))),
      'it is not an SQLite database, or it is encrypted',
    );
  });

  it('is refused wherever it is cut off', () => {
    for (const length of [20, 100, 5000, bytes.length / 2, bytes.length - 1]) {
      assert.match(reason(bytes.slice(0, length)), /^it is cut off/, `${length} bytes`);
    }
  });

  it('is refused when it is another database', () => {
    const database = new sqlite.Database();
    database.run('CREATE TABLE model (id TEXT)');
    assert.equal(reason(database.export()), 'it is a database, but not a catalogue');
    database.close();
  });

  it('is refused when its pages are overwritten', () => {
    const broken = Uint8Array.from(bytes).fill(0xff, 100, 4096);
    assert.match(reason(broken), /^it is damaged/);
  });

  it('is refused when its version is another', () => {
    const database = new sqlite.Database(bytes);
    database.run(`UPDATE meta SET value = json_set(value, '$.schema', 99)`);
    assert.match(reason(database.export()), /version is 99/);
    database.close();
  });
});

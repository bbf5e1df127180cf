/** The catalogue that ships, built from `data/`. Expectations are facts of the sources, written down by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildCatalogue } from '../../../scripts/catalogue/build';
import { type Catalogue, openCatalogue } from '../../../src/db/catalogue';
import type { Lookup } from '../../../src/db/record';
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
});

describe('the catalogue that ships', () => {
  it('has every model that PeaTMOSS links or counts', () => {
    const info = catalogue.info();
    assert.ok(info.models >= 25_000, `${info.models} models`);
    assert.equal(info.reuse, 1512);
    assert.equal(info.cards, 50);
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
    assert.match(reason(new Uint8Array()), /not a catalogue/);
    assert.match(
      reason(Buffer.from('not a database at all, only a line of text\n'.repeat(100))),
      /not a catalogue/,
    );
    assert.match(reason(bytes.slice(0, 5000)), /not a catalogue or is damaged/);
  });

  it('is refused when its version is another', () => {
    const database = new sqlite.Database(bytes);
    database.run('UPDATE meta SET value = replace(value, \'"schema":1\', \'"schema":99\')');
    assert.match(reason(database.export()), /version is 99/);
    database.close();
  });
});

/** What becomes of statements in a catalogue: whose word counts, and what no catalogue takes over. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CatalogueBuilder } from '../../../../src/db/write';
import { hubStatement } from '../../../../src/db/etl/hubRecord';
import { type Statement, wholeSource } from '../../../../src/db/etl/statement';
import { openCatalogue } from '../../../../src/db/open';
import { loadSqlite, type SqlJsStatic } from '../../../../src/db/sqlite';
import { SearchIndexBuilder } from '../../../../src/db/search/build';

let sqlite: SqlJsStatic;
before(async () => {
  sqlite = await loadSqlite(readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')));
});

function build(statements: readonly Statement[], moves: ReadonlyMap<string, string> = new Map()) {
  const database = new sqlite.Database();
  const builder = new CatalogueBuilder(null, moves);
  for (const statement of statements) builder.add(statement);
  const index = new SearchIndexBuilder();
  const loading = builder.load(database, [], null, index);
  let step = loading.next();
  while (!step.done) step = loading.next();
  const bytes = database.export();
  database.close();
  return { bytes, counts: builder.counts, meta: step.value, index: builder.finishIndex(index, step.value) };
}

function open({ bytes }: { readonly bytes: Uint8Array }) {
  const opened = openCatalogue(sqlite, bytes);
  assert.ok(opened.ok);
  const catalogue = opened.value;
  return {
    catalogue,
    record: (id: string) => {
      const answer = catalogue.lookup({ hub: 'huggingface', library: '', written: id });
      assert.ok('record' in answer, `${id} is not there`);
      return answer.record;
    },
  };
}

const listed = wholeSource({ name: 'listing', date: '2024-07-11' });
const older = wholeSource({ name: 'PeaTMOSS', date: '2023-08' });
const fromHub = (value: unknown, sources = listed) => {
  const statement = hubStatement(value, sources);
  assert.ok(statement);
  return statement;
};

describe('several sources of one model', () => {
  const cards = wholeSource({ name: 'cards', date: '2025-01' });
  const statements: Statement[] = [
    { id: 'a/b', hub: 'huggingface', sources: cards, facts: { card: { domain: 'text' }, parameters: 7 } },
    fromHub({ id: 'A/B', downloads: 5, tags: [], pipeline_tag: 'fill-mask' }),
    fromHub({ id: 'a/b', downloads: 9, tags: ['license:mit'], pipeline_tag: 'translation' }, older),
    { id: 'a/b', hub: 'huggingface', peatmoss: 'a/b', sources: older, facts: { reuse: 3, parameters: 8 } },
  ];

  it('merge: of each group of facts the first word counts, with its source and date', () => {
    const { record } = open(build(statements));
    const { downloads, task, parameters, reuse, card, sources } = record('a/b');
    assert.deepEqual(
      { downloads, task, parameters, reuse, card },
      {
        downloads: 5,
        task: 'fill-mask',
        parameters: 7,
        reuse: 3,
        card: { domain: 'text' },
      },
    );
    assert.deepEqual(sources, {
      license: { name: 'PeaTMOSS', date: '2023-08' },
      popularity: { name: 'listing', date: '2024-07-11' },
      description: { name: 'listing', date: '2024-07-11' },
      parameters: { name: 'cards', date: '2025-01' },
      reuse: { name: 'PeaTMOSS', date: '2023-08' },
      card: { name: 'cards', date: '2025-01' },
    });
  });

  it('a declared licence counts before the word that none is', () => {
    assert.equal(open(build(statements)).record('a/b').license?.id, 'mit');
    const [, none] = statements as [Statement, Statement];
    const { license, sources } = open(build([none])).record('a/b');
    assert.equal(license, null);
    assert.equal(sources.license?.name, 'listing');
  });

  it('what is said of an id that moved is said of the one it has now', () => {
    const moves = new Map([['old', 'new/one']]);
    const made = build([fromHub({ id: 'Old', downloads: 4, tags: [] })], moves);
    assert.equal(open(made).record('new/one').downloads, 4);
    assert.equal(made.counts.models, 1);
  });

  it('an answer is as of the source that lists the models, not of the newest that knows a fact', () => {
    const many = ['x/1', 'x/2', 'x/3'].map((id) => fromHub({ id, tags: [] }));
    const { catalogue } = open(build([...many, ...statements.slice(0, 1)]));
    const answer = catalogue.lookup({ hub: 'huggingface', library: '', written: 'x/4' });
    assert.deepEqual(answer, { answer: 'not-in-catalog', written: 'x/4', asOf: '2024-07-11' });
    assert.equal(catalogue.info().asOf, '2025-01');
  });
});

describe('rows that nobody should believe', () => {
  it('with unusable ids are counted and left out', () => {
    const bad = ['', ' ', 'a b', 'a\u0000b', 'a\nb', '/a', 'a/', `a/${'x'.repeat(300)}`, '\u202eevil/one'];
    const made = build([
      ...bad.map((id) => fromHub({ id, tags: [] })),
      fromHub({ id: 'good/one', tags: [] }),
    ]);
    assert.deepEqual(made.counts, { statements: 1, skipped: bad.length, models: 1 });
  });

  it('are no records without an id at all', () => {
    for (const value of [null, 7, 'a/b', [], {}, { id: null }, { id: 5 }])
      assert.equal(hubStatement(value, listed), null);
  });

  it('once, whatever the case of the id, the first word counting', () => {
    const made = build(['a/B', 'a/b', 'A/b'].map((id, at) => fromHub({ id, downloads: at, tags: [] })));
    assert.equal(made.counts.models, 1);
    assert.equal(open(made).record('a/b').downloads, 0);
    assert.equal(open(made).record('a/b').id, 'a/B');
  });

  it('keep no absurd number', () => {
    const numbers = [-1, 1e300, NaN, Infinity, 1.5, '12', null, 2 ** 53];
    const made = build(
      numbers.map((downloads, at) => fromHub({ id: `a/${at}`, downloads, likes: downloads, tags: [] })),
    );
    const { record } = open(made);
    for (const at of numbers.keys())
      assert.deepEqual([record(`a/${at}`).downloads, record(`a/${at}`).likes], [null, null]);
  });

  it('keep no megabyte and no control character', () => {
    const megabyte = 'x'.repeat(1 << 20);
    const made = build([
      fromHub({
        id: 'a/b',
        tags: [`dataset:${megabyte}`, `license:${megabyte}`, 'dataset:two\u0000\u001b[31mlines\n'],
        pipeline_tag: '\u202efill\u0007-mask',
        library_name: megabyte,
      }),
    ]);
    assert.ok(made.bytes.length < 100_000);
    const { datasets, license, task, library } = open(made).record('a/b');
    for (const text of [...datasets, license?.id ?? '', task ?? '', library ?? '']) {
      assert.ok(text.length <= 500);
      assert.doesNotMatch(text, /[\p{Cc}\u202e]/u);
    }
  });

  it('with lists of thousands keep none of them', () => {
    const tags = Array.from({ length: 5000 }, (_, at) => `dataset:set-${at}`);
    assert.deepEqual(open(build([fromHub({ id: 'a/b', tags })])).record('a/b').datasets, []);
  });
});

describe('the search index of a catalogue', () => {
  const statements = ['mit/one', 'mit/two', 'gpl/three'].map((id, at) =>
    fromHub({ id, downloads: at, tags: [`license:${id.slice(0, 3)}`] }),
  );
  const answers = (bytes: Uint8Array, index: Uint8Array | null) => {
    const opened = openCatalogue(sqlite, bytes, () => index);
    assert.ok(opened.ok);
    const { value: catalogue } = opened;
    return {
      found: catalogue.search({ license: 'mit', limit: 9 }).map(({ id }) => id),
      near: catalogue.near('mit/oone'),
      completed: catalogue.complete('t', 9).map(({ id }) => id),
    };
  };
  const wanted = { found: ['mit/two', 'mit/one'], near: 'mit/one', completed: ['gpl/three', 'mit/two'] };

  it('answers from its file', () => {
    const { bytes, index } = build(statements);
    assert.deepEqual(answers(bytes, index), wanted);
    // It is the file that answers: with one that lacks a model, that model is not found.
    const { index: lesser } = build(statements.slice(1));
    const stamped = (of: Uint8Array, stamp: string) =>
      Uint8Array.from(
        Buffer.from(of)
          .toString('latin1')
          .replace(/"stamp":"\w+"/, `"stamp":"${stamp}"`),
        (c) => c.charCodeAt(0),
      );
    const { meta } = build(statements);
    assert.equal(answers(bytes, stamped(lesser, meta.stamp)).near, null);
  });

  it('is made anew where the file is missing, cut off, of another catalogue, or anything else', () => {
    const { bytes, index } = build(statements);
    const { index: others } = build([...statements, fromHub({ id: 'mit/four', tags: ['license:mit'] })]);
    for (const given of [
      null,
      new Uint8Array(),
      index.subarray(0, index.length / 2),
      others,
      Buffer.from('text'),
    ])
      assert.deepEqual(answers(bytes, given), wanted);
  });

  it('differs in its stamp with every fact that it holds', () => {
    const stampOf = (value: object) => build([fromHub({ id: 'a/b', tags: [], ...value })]).meta.stamp;
    const changes = [{}, { downloads: 1 }, { downloads: 2 }, { id: 'a/c' }, { tags: ['license:mit'] }];
    const stamps = [...changes, { safetensors: { total: 9 } }, { pipeline_tag: 'fill-mask' }].map(stampOf);
    assert.equal(new Set(stamps).size, stamps.length);
    assert.equal(stampOf({ downloads: 1 }), stamps[1]);
  });
});

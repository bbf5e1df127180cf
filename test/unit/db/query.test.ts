/** Questions to the catalogue that ships. What is refused is what SQL could do beside reading; places are counted by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildCatalogue } from '../../../scripts/catalogue/build';
import type { Catalogue } from '../../../src/db/catalogue';
import { openCatalogue } from '../../../src/db/open';
import { questions } from '../../../src/db/questions';
import { loadSqlite } from '../../../src/db/sqlite';
import { sqlTokens } from '../../../src/db/sql/tokens';
import { english } from '../../../src/shared/message';

let catalogue: Catalogue;

before(async () => {
  const sqlite = await loadSqlite(
    readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm')),
  );
  const opened = openCatalogue(sqlite, await buildCatalogue(join(__dirname, '../../../data')));
  assert.ok(opened.ok);
  catalogue = opened.value;
});

after(() => catalogue.dispose());

function ask(sql: string, maxRows = 1000) {
  const answer = catalogue.query(sql, { maxRows });
  assert.ok(answer.ok, answer.ok ? '' : english(answer.error));
  return answer.value;
}

function refused(sql: string): string {
  const answer = catalogue.query(sql, { maxRows: 10 });
  assert.ok(!answer.ok, `${sql} was answered`);
  return english(answer.error);
}

describe('the views', () => {
  it('show a model as the look-up does', () => {
    const { columns, rows } = ask("SELECT * FROM models WHERE id = 'openai-community/gpt2'");
    const row = Object.fromEntries(columns.map((name, at) => [name, rows[0]?.[at]]));
    const found = catalogue.lookup({ hub: 'huggingface', library: 'transformers', written: 'gpt2' });
    assert.ok(found.answer === 'found');
    const { record } = found;
    assert.deepEqual(
      [
        row['hub'],
        row['license'],
        row['downloads'],
        row['likes'],
        row['task'],
        row['library'],
        row['peatmoss_id'],
        row['repositories'],
        row['created'],
      ],
      [
        'huggingface',
        'mit',
        record.downloads,
        record.likes,
        record.task,
        record.library,
        'gpt2',
        record.reuse,
        record.created,
      ],
    );
  });

  it('agree with the counts of the catalogue', () => {
    const info = catalogue.info();
    const count = (sql: string) => ask(sql).rows[0]?.[0];
    assert.equal(count('SELECT count(*) FROM models'), info.models);
    assert.equal(count('SELECT sum(models) FROM licenses'), info.licenses);
    assert.equal(count('SELECT count(*) FROM aliases'), info.aliases);
    assert.equal(count('SELECT count(*) FROM reuse'), 1512);
    assert.equal(count('SELECT count(DISTINCT model) FROM card_fields'), 50);
    assert.equal(
      count("SELECT count(DISTINCT model) FROM model_lists WHERE field = 'datasets'"),
      info.datasets,
    );
  });

  it('show names that lead to a model, and its lists and sources', () => {
    assert.deepEqual(ask("SELECT library, kind, model FROM aliases WHERE alias = 'bert-base-uncased'").rows, [
      ['', 'moved', 'google-bert/bert-base-uncased'],
    ]);
    const lists = ask(
      "SELECT value FROM model_lists WHERE model = 'spacy/en_core_web_sm' AND field = 'languages'",
    );
    assert.deepEqual(lists.rows, [['en']]);
    const sources = ask("SELECT DISTINCT source, date FROM model_sources WHERE fact = 'reuse'").rows;
    assert.deepEqual(sources, [['PeaTMOSS', '2023-08']]);
    const hardware = ask(
      "SELECT value FROM card_fields WHERE model = 'tiiuae/falcon-7b-instruct' AND field = 'hardware'",
    );
    assert.deepEqual(hardware.rows, [['AWS SageMaker, on 32 A100 40GB GPUs in P4d instances']]);
  });

  for (const { id, sql } of questions) it(`answer "${id}"`, () => assert.ok(ask(sql).rows.length > 0));

  it('answer the demo question in order, with the repositories that PeaTMOSS counts', () => {
    const { rows } = ask(questions[0]?.sql ?? '');
    assert.equal(rows.length, 100);
    const downloads = rows.map(([, count]) => Number(count));
    assert.deepEqual(
      downloads,
      [...downloads].sort((a, b) => b - a),
    );
    for (const [id, , repositories] of rows.slice(0, 10)) {
      const found = catalogue.lookup({ hub: 'huggingface', library: '', written: String(id) });
      assert.equal('record' in found && (found.record.reuse ?? 0), repositories, String(id));
    }
  });
});

describe('a question', () => {
  it('is answered with so many rows, and says when there were more', () => {
    const some = ask('SELECT id FROM models', 3);
    assert.deepEqual([some.rows.length, some.truncated, some.columns], [3, true, ['id']]);
    const all = ask('SELECT id FROM models LIMIT 3', 3);
    assert.deepEqual([all.rows.length, all.truncated], [3, false]);
  });

  it('may begin with comments and end with a semicolon', () => {
    assert.deepEqual(ask('-- one\n/* two ; */ SELECT 1 AS "a;b" ; -- end').rows, [[1]]);
  });

  const writing: readonly string[] = [
    'DELETE FROM model',
    'DROP TABLE model',
    "ATTACH 'x.db' AS x",
    'PRAGMA query_only = OFF',
    'VACUUM',
    'BEGIN',
    '/* SELECT */ UPDATE meta SET value = 1',
    'CREATE TEMP TABLE t (a)',
    'REINDEX',
    'EXPLAIN',
    'WITH a AS (SELECT 1) DELETE FROM model',
    'WITH a AS (SELECT 1) INSERT INTO meta SELECT 1, 1',
    "SELECT load_extension('x')",
    'SELECT 1; DELETE FROM model',
    'SELECT 1; SELECT 2',
    ';DELETE FROM model',
  ];
  for (const sql of writing) {
    it(`is refused: ${sql}`, () => {
      assert.notEqual(refused(sql), '');
      assert.ok(catalogue.info().models === ask('SELECT count(*) FROM models').rows[0]?.[0]);
    });
  }

  // text -> line and column of the cause, and a word of the reason
  const wrong: readonly (readonly [string, number, number, RegExp])[] = [
    ['SELECT *\nFORM models', 2, 1, /syntax error/],
    ['SELECT id,\n  nope FROM models', 2, 3, /no such column: nope/],
    ['SELECT models.nope FROM models', 1, 15, /no such column/],
    ['SELECT 1 FROM nowhere', 1, 15, /no such table/],
    ["SELECT 'from' FROM models WHERE FROM x", 1, 33, /syntax error/],
    ['SELECT (1', 1, 10, /incomplete input/],
    ['  DROP TABLE model', 1, 3, /only SELECT/],
    ['SELECT 1;\n\nSELECT 2', 3, 1, /one statement/],
    ['SELECT frobnicate(1)', 1, 8, /no such function/],
  ];
  for (const [sql, line, column, reason] of wrong) {
    it(`names the place of the error in ${JSON.stringify(sql)}`, () => {
      const text = refused(sql);
      assert.ok(text.startsWith(`line ${line}, column ${column}: `), text);
      assert.match(text, reason);
    });
  }

  it('is no statement when it is empty', () => {
    for (const sql of ['', '  ', '-- nothing']) assert.match(refused(sql), /no statement/);
  });

  it('leaves the catalogue answering after each error', () => {
    refused('SELECT nope');
    assert.equal(catalogue.lookup({ hub: 'huggingface', library: '', written: 'gpt2' }).answer, 'found');
  });
});

describe('the tokens of SQL', () => {
  it('hold every character that is no comment and no space', () => {
    assert.deepEqual(
      sqlTokens(`SELECT 'it''s', "a ""b", [c d], \`e\` -- no\n/* no */ || x1;`).map(({ text }) => text),
      ['SELECT', "'it''s'", ',', '"a ""b"', ',', '[c d]', ',', '`e`', '|', '|', 'x1', ';'],
    );
  });
});

/** Pages that are written without SQLite, as SQLite reads them. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Database } from 'node-sqlite3-wasm';
import type { SqlValue } from '../../../../src/db/sqlite';
import { DiskReader, DiskWriter } from '../../../../src/platform/node/etl/diskDatabase';
import { DamagedPages } from '../../../../src/platform/node/etl/tableScan';

let root: string;
const file = () => join(root, 'pages.sqlite');
before(() => (root = mkdtempSync(join(tmpdir(), 'ptm-lens-pages-'))));
after(() => rmSync(root, { recursive: true, force: true }));

const table = 'CREATE TABLE row (key INTEGER PRIMARY KEY, a, b, c)';

/** Writes rows in the order of their keys, and another table before and after. */
function written(rows: readonly SqlValue[][]): string {
  rmSync(file(), { force: true });
  const writer = new DiskWriter(file());
  writer.run(`PRAGMA page_size = 4096; CREATE TABLE other (text); ${table}; BEGIN`);
  writer.run("INSERT INTO other VALUES ('before')");
  const filled = writer.fill('row');
  for (const row of rows) filled.add(row);
  filled.end();
  writer.run("INSERT INTO other VALUES ('after'); COMMIT");
  writer.dispose();
  return file();
}

function read(sql: string): unknown[][] {
  const database = new Database(file(), { readOnly: true });
  try {
    return database.all(sql).map((row) => Object.values(row));
  } finally {
    database.close();
  }
}

const value = fc.oneof(
  fc.constant(null),
  fc.nat(300),
  fc.maxSafeNat(),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.uint8Array({ maxLength: 40 }),
  fc.integer({ min: 3900, max: 13_000 }).map((length) => 'x'.repeat(length)),
);
const rows = fc
  .uniqueArray(fc.tuple(fc.oneof(fc.nat(5000), fc.maxSafeNat()), value, value, value), {
    selector: ([key]) => key,
    maxLength: 80,
  })
  .map((all) => all.sort(([a], [b]) => a - b));

describe('rows that are written as pages', () => {
  it('are what SQLite reads, which finds no fault with the file', () => {
    fc.assert(
      fc.property(rows, (all) => {
        written(all);
        assert.deepEqual(read('PRAGMA integrity_check'), [['ok']]);
        assert.deepEqual(read('SELECT * FROM row'), all);
        assert.deepEqual(read('SELECT text FROM other'), [['before'], ['after']]);
      }),
      { numRuns: 40 },
    );
  });

  it('make a tree of several levels', () => {
    const many = Array.from({ length: 300_000 }, (_, at): SqlValue[] => [
      at * 2 ** 31,
      at,
      'some text',
      null,
    ]);
    written(many);
    assert.deepEqual(read('PRAGMA integrity_check'), [['ok']]);
    assert.deepEqual(read('SELECT count(*), max(key), sum(a) FROM row'), [
      [300_000, 299_999 * 2 ** 31, 44_999_850_000],
    ]);
    for (const at of [0, 1, 150_001, 299_999])
      assert.deepEqual(read(`SELECT a FROM row WHERE key = ${at * 2 ** 31}`), [[at]]);
  });

  it('are refused where a number is too large', () => {
    assert.throws(() => written([[1, 2 ** 64, null, null]]), RangeError);
  });
});

describe('rows that are read from pages', () => {
  /** The whole numbers and texts of each row. */
  function scanned(): unknown[] {
    const reader = new DiskReader(file());
    try {
      const found = reader.table('row');
      assert.ok(found);
      const all: unknown[] = [];
      const [key, a] = [found.column('key'), found.column('a')];
      const scan = found.rows();
      for (let row = scan.next(); row; row = scan.next())
        all.push([key(row), a(row), row.text(found.place('b'), 20_000), row.isNull(found.place('c'))]);
      return all;
    } finally {
      reader.dispose();
    }
  }

  const encodings = ['UTF-8', 'UTF-16le', 'UTF-16be'];
  for (const [at, pageSize] of [512, 1024, 4096, 65_536].entries()) {
    const encoding = encodings[at % encodings.length] ?? '';
    it(`are what SQLite wrote: pages of ${pageSize} bytes, ${encoding}`, () => {
      const any = fc.tuple(fc.maxSafeInteger(), value, value);
      fc.assert(
        fc.property(fc.uniqueArray(any, { selector: ([key]) => key, maxLength: 60 }), (all) => {
          rmSync(file(), { force: true });
          const database = new Database(file());
          database.exec(`PRAGMA page_size = ${pageSize}; PRAGMA encoding = '${encoding}'; ${table}; BEGIN`);
          const insert = database.prepare('INSERT INTO row VALUES (?, ?, ?, NULL)');
          for (const [key, a, b] of all) insert.run([key, typeof a === 'number' ? -a : a, b]);
          insert.finalize();
          database.exec('COMMIT');
          database.close();
          const wanted = [...all]
            .sort(([one], [two]) => one - two)
            .map(([key, a, b]) => [
              key,
              typeof a === 'number' ? 0 - a : null,
              typeof b === 'string' ? b : null,
              true,
            ]);
          assert.deepEqual(scanned(), wanted);
        }),
        { numRuns: 15 },
      );
    });
  }

  it('end with a sentence where a page leads back to one above it', () => {
    written(Array.from({ length: 20_000 }, (_, at): SqlValue[] => [at, at, 'text', null]));
    const [[root] = []] = read("SELECT rootpage FROM sqlite_schema WHERE name = 'row'");
    const bytes = Buffer.from(readFileSync(file()));
    bytes.writeUInt32BE(Number(root), (Number(root) - 1) * 4096 + 8);
    writeFileSync(file(), bytes);
    assert.throws(scanned, DamagedPages);
  });
});

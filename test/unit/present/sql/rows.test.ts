import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { asCsv, asTsv, isNumeric, sortedRows } from '../../../../src/present/sql/rows';
import { sqlResult } from '../../../../src/present/sql/page';
import { message } from '../../../../src/shared/message';
import { failure, ok } from '../../../../src/shared/result';
import { reader } from '../samples';

describe('the rows of an answer', () => {
  const rows = [
    ['b', 2],
    ['a', null],
    ['c', 10],
    [null, 2],
  ];

  it('are sorted by a column, with nothing last either way', () => {
    const order = (column: number, direction: 'ascending' | 'descending') =>
      sortedRows(rows, column, direction).map((row) => row[column]);
    assert.deepEqual(order(1, 'ascending'), [2, 2, 10, null]);
    assert.deepEqual(order(1, 'descending'), [10, 2, 2, null]);
    assert.deepEqual(order(0, 'ascending'), ['a', 'b', 'c', null]);
    assert.deepEqual(order(0, 'descending'), ['c', 'b', 'a', null]);
  });

  it('keep their order where they are alike', () => {
    assert.deepEqual(sortedRows(rows, 1, 'ascending').slice(0, 2), [rows[0], rows[3]]);
  });

  it('are numbers where every value is one', () => {
    assert.equal(isNumeric(rows, 1), true);
    assert.equal(isNumeric(rows, 0), false);
    assert.equal(isNumeric([[null]], 0), false);
  });

  it('are copied as CSV that a reader of CSV reads back', () => {
    const hard = [
      ['a,"b"\r\nc', 1],
      ['', null],
      ['=1+1', -2.5],
    ];
    const read = parse(asCsv(['x', 'y'], hard), { record_delimiter: '\r\n' }) as string[][];
    assert.deepEqual(read, [
      ['x', 'y'],
      ['a,"b"\r\nc', '1'],
      ['', ''],
      ['=1+1', '-2.5'],
    ]);
  });

  it('are copied with tabs, one line a row whatever a cell holds', () => {
    assert.equal(asTsv(['x', 'y'], [['a\tb\nc', 1]]), 'x\ty\na b c\t1\n');
  });
});

describe('an answer', () => {
  it('says how many rows there are, and that there are more', () => {
    const answer = (count: number, truncated: boolean) => {
      const rows = Array.from({ length: count }, () => [1]);
      const result = sqlResult(ok({ columns: ['x'], rows, truncated }), reader);
      return result.ok ? result.note : '';
    };
    assert.equal(answer(1, false), '1 row.');
    assert.equal(answer(12, false), '12 rows.');
    assert.equal(answer(1000, true), 'The first 1,000 rows; there are more.');
  });

  it('is a sentence where there is none', () => {
    assert.deepEqual(sqlResult(failure(message('line {0}', 3)), reader), { ok: false, error: 'line 3' });
  });
});

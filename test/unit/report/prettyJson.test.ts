import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prettyPieces } from '../../../src/report/prettyJson';

function* rowsOf(rows: readonly unknown[]): Generator<unknown, void> {
  for (const row of rows) yield row;
}

describe('JSON in pieces', () => {
  it('is what JSON.stringify writes, however long its lists are', () => {
    for (const length of [0, 1, 2, 249, 250, 251, 500, 1001]) {
      const rows = Array.from({ length }, (_, index) => ({
        index,
        text: `row 0 ${String(index)}`,
        none: [],
      }));
      const report = { version: 1, before: [1, [2]], rows, 'a "key" 0': rows, empty: {}, last: null };
      const given = { ...report, rows: rowsOf(rows), 'a "key" 0': rowsOf(rows) };
      assert.equal([...prettyPieces(given)].join(''), `${JSON.stringify(report, null, 2)}\n`);
    }
  });

  it('is so for whatever rows there are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (rows, other) => {
        const text = `${JSON.stringify({ rows, other }, null, 2)}\n`;
        assert.equal([...prettyPieces({ rows: rowsOf(rows), other })].join(''), text);
      }),
    );
  });
});

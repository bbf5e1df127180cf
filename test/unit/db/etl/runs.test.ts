import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SortedEntries, type Spill } from '../../../../src/db/etl/runs';

/** A file in memory. */
function memorySpill(): Spill & { readonly written: () => number } {
  let bytes = new Uint8Array();
  return {
    append: (more) => (bytes = Uint8Array.from([...bytes, ...more])),
    read: (at, length) => bytes.slice(at, at + length),
    written: () => bytes.length,
  };
}

const entries = fc.array(
  fc.tuple(fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 52 - 1 })), fc.uint8Array({ maxLength: 40 })),
  { maxLength: 200 },
);

describe('entries that are sorted by runs', () => {
  for (const limit of [1, 50, 1000, Infinity]) {
    it(`come by their keys, those of one key as they were added: runs of ${limit} bytes`, () => {
      fc.assert(
        fc.property(entries, (all) => {
          const spill = memorySpill();
          const sorted = new SortedEntries(spill, limit);
          for (const [key, bytes] of all) sorted.add(key, bytes);
          const found = Array.from(sorted.sorted(), ({ key, bytes }) => [key, [...bytes]]);
          const wanted = all
            .map(([key, bytes], at) => ({ key, bytes, at }))
            .sort((a, b) => a.key - b.key || a.at - b.at)
            .map(({ key, bytes }) => [key, [...bytes]]);
          assert.deepEqual(found, wanted);
          if (limit === 1 && all.some(([, bytes]) => bytes.length > 0)) assert.ok(spill.written() > 0);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('are all there without a spill', () => {
    const sorted = new SortedEntries(null, 1);
    for (const key of [3, 1, 2]) sorted.add(key, Uint8Array.of(key));
    assert.deepEqual(
      Array.from(sorted.sorted(), ({ key }) => key),
      [1, 2, 3],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Portions } from '../../../../src/platform/node/portions';

describe('portions of a list', () => {
  it('hand each path to one worker, whichever asks when', () => {
    const asking = fc.array(fc.nat(4), { minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 20 }),
        asking,
        (count, workers, size, order) => {
          const paths = Array.from({ length: count }, (_, index) => String(index));
          const portions = new Portions(paths, workers, size);
          const taken: string[] = [];
          for (const worker of order) taken.push(...portions.take(worker % workers));
          for (let worker = 0; worker < workers; worker++)
            for (let part = portions.take(worker); part.length > 0; part = portions.take(worker))
              taken.push(...part);
          assert.deepEqual(taken.sort(), paths.sort());
        },
      ),
    );
  });

  it('give no more than a batch at a time', () => {
    const portions = new Portions(['a', 'b', 'c', 'd', 'e'], 1, 2);
    assert.deepEqual(
      [portions.take(0), portions.take(0), portions.take(0), portions.take(0)],
      [['a', 'b'], ['c', 'd'], ['e'], []],
    );
  });
});

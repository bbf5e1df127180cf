import assert from 'node:assert/strict';
import { atOnce, inSlices, takeSteps } from '../../../src/shared/slices';

function busy(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

describe('work in slices', () => {
  it('lets others go first when its slice is used up, and keeps the order', async () => {
    const log: string[] = [];
    const breathe = () =>
      new Promise<void>((resolve) => {
        setImmediate(() => {
          log.push('others');
          resolve();
        });
      });
    await inSlices(
      ['a', 'b', 'c'],
      (name) => {
        if (name !== 'b') busy(20);
        log.push(name);
      },
      breathe,
    );
    assert.deepEqual(log, ['a', 'others', 'b', 'c', 'others']);
  });

  it('goes through without a host that has anything else to do', async () => {
    const seen: number[] = [];
    await inSlices([1, 2, 3], (each) => seen.push(each), undefined);
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it('passes an error on', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await assert.rejects(inSlices([1], fail, undefined), /no/);
  });
});

describe('work that knows its steps', () => {
  function* counting(to: number): Generator<number, string> {
    for (let step = 1; step <= to; step++) {
      busy(5);
      yield step;
    }
    return `counted to ${to}`;
  }

  it('comes to the same at once and in slices', async () => {
    let breaths = 0;
    const breathe = () => Promise.resolve(void breaths++);
    assert.equal(atOnce(counting(3)), 'counted to 3');
    assert.equal(await takeSteps(counting(6), breathe), 'counted to 6');
    assert.ok(breaths >= 2 && breaths < 6, `${breaths} breaths in 30 ms`);
    assert.equal(await takeSteps(counting(1), undefined), 'counted to 1');
  });
});

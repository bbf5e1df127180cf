import assert from 'node:assert/strict';
import { Latest } from '../../../src/views/latest';

/** Work that ends when it is told to. */
function manual() {
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const work = () =>
    new Promise<void>((resolve) => {
      most = Math.max(most, ++running);
      ends.push(() => {
        running--;
        resolve();
      });
    });
  return { work, ends, most: () => most };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('work of which the latest state matters', () => {
  it('runs one at a time, with one more run queued however often it is asked', async () => {
    const { work, ends, most } = manual();
    const latest = new Latest(work, 0);
    const first = latest.now();
    await turn();
    const later = [latest.now(), latest.now(), latest.now()];
    await turn();
    assert.equal(ends.length, 1);
    ends[0]?.();
    await first;
    await turn();
    assert.equal(ends.length, 2);
    ends[1]?.();
    await Promise.all(later);
    assert.equal(ends.length, 2);
    assert.equal(most(), 1);
  });

  it('resolves when a run that began after the call is done', async () => {
    const { work, ends } = manual();
    const latest = new Latest(work, 0);
    void latest.now();
    await turn();
    let done = false;
    const second = latest.now().then(() => (done = true));
    ends[0]?.();
    await turn();
    assert.equal(done, false);
    ends[1]?.();
    await second;
    assert.equal(done, true);
  });

  it('runs the work that was given last', async () => {
    const ran: string[] = [];
    const latest = new Latest(() => Promise.resolve(void ran.push('old')), 0);
    latest.replace(() => Promise.resolve(void ran.push('new')));
    await latest.now();
    assert.deepEqual(ran, ['new']);
  });

  it('runs once for many calls in a pause, and not at all when disposed', async () => {
    let runs = 0;
    const latest = new Latest(() => Promise.resolve(void runs++), 1);
    for (let count = 0; count < 5; count++) latest.soon();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(runs, 1);
    latest.soon();
    latest.dispose();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(runs, 1);
  });
});

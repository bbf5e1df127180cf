import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ScannedFile } from '../../../../src/inventory/scanner';
import { Delivery } from '../../../../src/platform/node/delivery';

const empty = (file: string): ScannedFile => ({ file, facts: null, skipped: null });

/** A file that asked for so many others: it weighs as much. */
function asking(file: string, count: number): ScannedFile {
  const asked = Array.from(
    { length: count },
    (_, index) => ({ kind: 'module', path: String(index) }) as const,
  );
  return { file, facts: { file, usages: [], suppressions: [], problems: [], asked }, skipped: null };
}

function receiver(): { portions: string[][]; delivery: Delivery } {
  const portions: string[][] = [];
  return { portions, delivery: new Delivery((files) => portions.push(files.map(({ file }) => file))) };
}

describe('the delivery of what a scan finds', () => {
  it('puts together what comes together', async () => {
    const { portions, delivery } = receiver();
    for (const name of ['a', 'b', 'c']) delivery.add(empty(name));
    await nextTurn();
    assert.deepEqual(portions, [['a', 'b', 'c']]);
  });

  it('keeps the next portion until more is asked for', async () => {
    const { portions, delivery } = receiver();
    delivery.add(empty('a'));
    await nextTurn();
    delivery.add(empty('b'));
    delivery.add(empty('c'));
    await nextTurn();
    assert.deepEqual(portions, [['a']]);
    delivery.more();
    await nextTurn();
    assert.deepEqual(portions, [['a'], ['b', 'c']]);
    delivery.more();
    await nextTurn();
    delivery.add(empty('d'));
    await nextTurn();
    assert.deepEqual(portions, [['a'], ['b', 'c'], ['d']]);
  });

  it('cuts what is heavy, and sends what is heavier than a portion by itself', async () => {
    const { portions, delivery } = receiver();
    for (const name of ['a', 'b', 'c']) delivery.add(asking(name, 5000));
    for (let turn = 0; turn < 3; turn++) {
      await nextTurn();
      delivery.more();
    }
    assert.deepEqual(portions, [['a'], ['b'], ['c']]);
  });

  it('is empty when the last portion has gone, or was given up', async () => {
    const { delivery } = receiver();
    await delivery.emptied();
    delivery.add(empty('a'));
    await delivery.emptied();
    delivery.add(empty('b'));
    let isEmpty = false;
    const emptied = delivery.emptied().then(() => (isEmpty = true));
    await nextTurn();
    assert.equal(isEmpty, false);
    delivery.cancel();
    await emptied;
    assert.equal(delivery.cancelled, true);
  });
});

import assert from 'node:assert/strict';
import { findAt } from '../../../src/present/findAt';
import { InventoryIndex } from '../../../src/present/inventoryIndex';
import { message } from '../../../src/shared/message';
import { entry, found, inventory, place, record, used, written } from './samples';

const at = (line: number, column: number, file = 'train.py') => ({
  file,
  cell: null,
  position: { line, column },
});

describe('what stands at a place', () => {
  const literal = entry([used({ written: written('a/b', place(3, 30, 33)) })], { place: place(3, 0, 60) });

  it('is the model whose id stands there, to its last character', () => {
    assert.equal(findAt([literal], at(3, 30))?.entry, literal);
    assert.deepEqual(findAt([literal], at(3, 33))?.range, place(3, 30, 33).range);
  });

  it('is nothing on the other arguments of a call that holds its id', () => {
    assert.equal(findAt([literal], at(3, 45)), null);
    assert.equal(findAt([literal], at(3, 29)), null);
  });

  it('is nothing in another file or cell', () => {
    assert.equal(findAt([literal], at(3, 31, 'other.py')), null);
    assert.equal(findAt([literal], { ...at(3, 31), cell: 0 }), null);
  });

  const call = place(9, 4, 40);
  const trace = [
    { step: message('call'), place: call },
    { step: message('constant MODEL'), place: place(1, 0, 5, 'config.py') },
  ];
  const byName = entry([used({ written: written('a/b', place(1, 9, 12, 'config.py'), trace) })], {
    place: call,
  });

  it('is the model that a call loads through a variable, at the call, the variable and the literal', () => {
    for (const point of [at(9, 20), at(1, 2, 'config.py'), at(1, 10, 'config.py')]) {
      assert.equal(findAt([byName], point)?.entry, byName);
    }
    assert.equal(findAt([byName], at(1, 7, 'config.py')), null);
  });

  it('is the one model of several whose id stands there', () => {
    const first = used({ written: written('a/a', place(2, 10, 13)) });
    const second = used({ lookup: found(record({ id: 'b/b' })), written: written('b/b', place(2, 20, 23)) });
    const either = entry([first, second], { place: place(5, 0, 30) });
    assert.deepEqual(findAt([either], at(2, 21))?.models, [second]);
    assert.deepEqual(findAt([either], at(5, 3))?.models, [first, second]);
  });

  it('is the smallest thing there', () => {
    const outer = entry([], { place: place(4, 0, 90), resolution: 'unresolved' });
    const inner = entry([used({ written: written('x', place(4, 50, 60)) })], { place: place(4, 40, 70) });
    assert.equal(findAt([outer, inner], at(4, 55))?.entry, inner);
    assert.equal(findAt([inner, outer], at(4, 10))?.entry, outer);
  });

  it('is found by the index for every file that a usage touches', () => {
    const index = new InventoryIndex(inventory([literal, byName]));
    assert.deepEqual([...index.touching('config.py')], [byName]);
    assert.deepEqual([...index.touching('train.py')], [literal, byName]);
    assert.deepEqual([...index.touching('nowhere.py')], []);
    assert.equal(index.usagesOf('google-bert/bert-base-uncased').length, 2);
    assert.equal(index.usagesOf('none').length, 0);
  });
});

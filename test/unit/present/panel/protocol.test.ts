import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromPanel, readState } from '../../../../src/present/panel/protocol';
import { place } from '../samples';

describe('what a webview sends', () => {
  it('is believed when it is what we send', () => {
    const at = place(1, 2, 3);
    for (const value of [
      { kind: 'ready' },
      { kind: 'stop' },
      { kind: 'run', sql: 'SELECT 1' },
      { kind: 'copy', text: 'a' },
      { kind: 'save', format: 'svg', data: '<svg/>' },
      { kind: 'action', action: { do: 'openPlace', folder: 'file:///w', place: at } },
      { kind: 'action', action: { do: 'openModel', id: 'a/b', hub: 'huggingface' } },
    ])
      assert.deepEqual(readFromPanel(value), value);
  });

  it('is dropped when it is anything else', () => {
    for (const value of [
      null,
      'ready',
      { kind: 'eval', code: '1' },
      { kind: 'run' },
      { kind: 'save', format: 'exe', data: '' },
      { kind: 'action', action: { do: 'executeCommand', id: 'x', hub: 'huggingface' } },
      { kind: 'action', action: { do: 'openModel', id: 'a', hub: 'elsewhere' } },
      { kind: 'action', action: { do: 'openPlace', folder: 'f', place: { file: 'a', cell: -1, range: {} } } },
    ])
      assert.equal(readFromPanel(value), null);
  });

  it('never throws, and hands on no more than it knows', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readFromPanel({ kind: 'action', action: value });
        assert.ok(read === null || read.kind === 'action');
        readState(value);
      }),
    );
    const action = { do: 'openModel', id: 'a', hub: 'huggingface', command: 'rm' };
    assert.deepEqual(readFromPanel({ kind: 'action', action, more: 1 }), {
      kind: 'action',
      action: { do: 'openModel', id: 'a', hub: 'huggingface' },
    });
  });
});

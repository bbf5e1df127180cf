import assert from 'node:assert/strict';
import { decodeSource } from '../../../src/platform/decode';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );

describe('decoding a source file', () => {
  it('reads UTF-8, with and without a byte-order mark', () => {
    assert.deepEqual(decodeSource(bytes('x = "é"')), { text: 'x = "é"', problem: null });
    assert.deepEqual(decodeSource(bytes([0xef, 0xbb, 0xbf], 'x = 1')), { text: 'x = 1', problem: null });
  });

  it('reads UTF-16 by its byte-order mark', () => {
    assert.equal(decodeSource(bytes([0xff, 0xfe], [...Buffer.from('id', 'utf16le')])).text, 'id');
    assert.equal(decodeSource(bytes([0xfe, 0xff, 0x00, 0x69, 0x00, 0x64])).text, 'id');
  });

  it('believes the encoding that a Python file names', () => {
    const file = bytes('# -*- coding: cp1251 -*-\nx = "', [0xcc, 0xe8, 0xf0], '"');
    assert.deepEqual(decodeSource(file), { text: '# -*- coding: cp1251 -*-\nx = "Мир"', problem: null });
  });

  it('reads what is no UTF-8 as Latin-1, and says so', () => {
    const { text, problem } = decodeSource(bytes('x = "', [0xe9], '"'));
    assert.equal(text, 'x = "é"');
    assert.match(problem?.text ?? '', /not valid UTF-8/);
  });

  it('does not fail on an encoding that nobody knows', () => {
    assert.match(decodeSource(bytes('# coding: klingon\n', [0xff])).text, /klingon/);
  });
});

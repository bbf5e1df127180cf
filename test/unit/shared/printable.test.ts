import assert from 'node:assert/strict';
import { printable } from '../../../src/shared/printable';

describe('text made safe to show', () => {
  it('keeps what can be seen', () => {
    assert.equal(
      printable('sentence-transformers/all-MiniLM-L6-v2 模型 é 🤗'),
      'sentence-transformers/all-MiniLM-L6-v2 模型 é 🤗',
    );
  });

  it('writes out escapes, bidirectional overrides and zero-width characters', () => {
    assert.equal(printable('a\u001b[31mb'), 'a\\u{1b}[31mb');
    assert.equal(printable('a\u202eb\u200bc\n'), 'a\\u{202e}b\\u{200b}c\\u{a}');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeUtf8 } from '../../../src/shared/text';

describe('decodeUtf8', () => {
  it('reads every string that the platform writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.equal(decodeUtf8(new TextEncoder().encode(text)), text.replace(/^\uFEFF/, ''));
      }),
    );
  });

  it('reads any bytes as the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        assert.equal(decodeUtf8(bytes), new TextDecoder().decode(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads long texts', () => {
    const text = 'ASCII and ümlaut 🙂 '.repeat(5000);
    assert.equal(decodeUtf8(new TextEncoder().encode(text)), text);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fingerprintTable } from '../../../scripts/licenses/fingerprints';

describe('the fingerprints of licence texts', () => {
  it('are those of the installed SPDX list (else run scripts/licenses/fingerprints.ts)', () => {
    const committed = readFileSync(
      new URL('../../../data/licenses/fingerprints.json', import.meta.url),
      'utf8',
    );
    assert.ok(committed === fingerprintTable());
  });
});

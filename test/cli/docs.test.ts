import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pagesWithOutput, withFreshOutput } from '../../scripts/docs/outputs';

describe('the documentation of the command line', () => {
  for (const page of pagesWithOutput)
    it(`shows what is printed: ${basename(page)}`, function () {
      this.timeout(120_000);
      const text = readFileSync(page, 'utf8');
      assert.ok(text.includes('<!-- run: '));
      assert.equal(text, withFreshOutput(page));
    });
});

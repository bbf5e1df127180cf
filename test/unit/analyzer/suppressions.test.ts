import assert from 'node:assert/strict';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { factsOf, pythonAnalyzer } from './support';

describe('suppressions', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  it('silence their own line, or the next line of code when they stand alone', () => {
    const text =
      'x = 1  # ptm-lens: ignore[remote-code, model-denied] trusted\n# ptm-lens: ignore\n\n# note\ny = 2\n';
    const found = factsOf(analyzer, text).suppressions;
    assert.deepEqual(
      found.map(({ line, rules, reason }) => ({ line, rules, reason })),
      [
        { line: 0, rules: ['remote-code', 'model-denied'], reason: 'trusted' },
        { line: 4, rules: [], reason: '' },
      ],
    );
  });

  it('are comments: a string is none', () => {
    assert.deepEqual(factsOf(analyzer, 's = "# ptm-lens: ignore"\n').suppressions, []);
  });
});

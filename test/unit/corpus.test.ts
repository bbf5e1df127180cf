import assert from 'node:assert/strict';
import type { Analyzer } from '../../src/analyzer/analyzer';
import { loadCorpusAnalyzer, runCase } from '../corpus/analyse';
import { type CorpusCase, readCases } from '../corpus/cases';
import { locateAll } from '../corpus/compare';
import { textsOf } from '../corpus/texts';

/** Fewer than this would mean that cases got lost. */
const leastCases = 240;

describe('the labelled corpus', () => {
  const cases = readCases();
  const shapes = [...new Set(cases.map(({ shape }) => shape))].sort();
  let analyzer: Analyzer;

  before(async () => {
    analyzer = await loadCorpusAnalyzer();
  });
  after(() => {
    analyzer.dispose();
  });

  it('is there, a third of it negatives', () => {
    assert.ok(cases.length >= leastCases, `only ${String(cases.length)} cases`);
    const negatives = cases.filter(namesNothing).length;
    assert.ok(negatives * 3 >= cases.length, `only ${String(negatives)} of ${String(cases.length)}`);
  });

  it('names places that exist', () => {
    for (const each of cases)
      for (const [file, expectation] of each.expectations) locateAll(expectation, file, textsOf(each));
  });

  for (const shape of shapes)
    it(`is understood: ${shape}`, () => {
      const results = cases.filter((each) => each.shape === shape).map((each) => runCase(analyzer, each));
      const wrong = results.flatMap(({ name, differences }) => differences.map((text) => `${name}: ${text}`));
      assert.deepEqual(wrong, []);
    });
});

/** A negative: no id may be named for at least one loader-like call, because there is none to name. */
function namesNothing({ expectations }: CorpusCase): boolean {
  return [...expectations.values()].every(({ usages }) =>
    usages.every(({ optional, outcomes }) => optional || outcomes.every((outcome) => isSilent(outcome))),
  );
}

function isSilent({
  written,
  implicit,
}: {
  written: readonly unknown[] | null;
  implicit: string | null;
}): boolean {
  return written?.length === 0 && implicit === null;
}

import assert from 'node:assert/strict';
import { diffMarkdown, diffReports, diffTable, parseReport } from '../../../src/report/diff';
import { english } from '../../../src/shared/message';

interface Model {
  readonly id: string;
  readonly license: string | null;
  readonly judgement: string;
}

function states(...models: readonly Model[]) {
  const parsed = parseReport(
    JSON.stringify({
      version: 1,
      models: models.map(({ id, license }) => ({ id, license })),
      usages: models.map(({ id, judgement }) => ({ models: [id], judgements: [judgement] })),
    }),
  );
  assert.ok(parsed.ok);
  return parsed.value;
}

const mit = { id: 'a/b', license: 'mit', judgement: 'compatible' };

describe('the difference of two reports', () => {
  it('is nothing for the same', () => assert.deepEqual(diffReports(states(mit), states(mit)), []));

  it('names what came, what went, and what changed in what', () => {
    const before = states(mit, { ...mit, id: 'gone/x' }, { ...mit, id: 'other/y' });
    const after = states(
      mit,
      { ...mit, id: 'new/z' },
      { id: 'other/y', license: 'gpl-3.0', judgement: 'incompatible' },
    );
    const changes = diffReports(before, after);
    assert.deepEqual(
      changes.map(({ change, model }) => [change, model]),
      [
        ['removed', 'gone/x'],
        ['added', 'new/z'],
        ['license', 'other/y'],
        ['judgement', 'other/y'],
      ],
    );
    assert.match(diffTable(changes), /~ other\/y {2}licence: mit -> gpl-3\.0/);
    assert.match(
      diffMarkdown(changes),
      /\| judgement \| other\/y \| judgement\\: compatible \\-&gt; incompatible \|/,
    );
  });

  for (const [text, expected] of [
    ['', /not JSON/],
    ['null', /no JSON report/],
    ['{"version":2,"models":[],"usages":[]}', /no JSON report/],
    ['{"version":1,"models":[{}],"usages":[]}', /no id/],
  ] as const)
    it(`refuses ${text === '' ? 'an empty file' : text}`, () => {
      const parsed = parseReport(text);
      assert.ok(!parsed.ok);
      assert.match(english(parsed.error), expected);
    });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { judge } from '../../../src/licenses/judge';
import type { IntendedUse, Relation } from '../../../src/licenses/judgement';
import { parseLicense } from '../../../src/licenses/names/parse';

/** Expected judgements, each with the clause that decides and where it was read. */
const rows = readFileSync(new URL('judgements.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(cells);

/** The cells of a line of CSV; quoted ones hold commas. */
function cells(line: string): string[] {
  const found = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('judgements drawn from licence texts and published guides', () => {
  it('are at least 150, each with its source', () => {
    assert.ok(rows.length >= 150, `${String(rows.length)} rows`);
    for (const [model = '', , , , , decides = '', source = ''] of rows) {
      assert.ok(decides !== '', model);
      assert.ok(source !== '' || model === 'my very own licence', `${model}: ${decides}`);
    }
  });

  for (const [model = '', project = '', relation = '', use = '', expected, decides = ''] of rows) {
    it(`${model || '(none)'} ${relation} in ${project || '(none)'}${use && `, ${use}`}: ${expected ?? ''} (${decides})`, () => {
      const judgement = judge({
        model: parseLicense(model),
        project: project === '' ? null : parseLicense(project),
        relation: relation as Relation,
        use: use === '' ? null : (use as IntendedUse),
      });
      assert.equal(judgement.kind, expected, judgement.basis.text);
    });
  }
});

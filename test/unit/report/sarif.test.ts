import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { sarifReport } from '../../../src/report/sarif/log';
import { allRules } from '../../../src/rules/registry';
import { place } from '../rules/cases';
import { finding, fullInput, hostileInput, inputOf, inventoryOf } from './input';

const require = createRequire(__filename);

/** The schema that ships with Microsoft's validator, which runs in test/cli. */
function validator() {
  const platform = `@microsoft/sarif-multitool-${process.platform}/package.json`;
  const tool = require.resolve(platform, { paths: [require.resolve('@microsoft/sarif-multitool')] });
  // Formats are left to the validator itself.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ajv.compile(JSON.parse(readFileSync(join(dirname(tool), 'sarif-2.1.0.json'), 'utf8')) as object);
}

describe('the SARIF report', () => {
  for (const [name, input] of [
    ['a full inventory', fullInput()],
    ['hostile names', hostileInput()],
  ] as const)
    it(`keeps the schema with ${name}`, () => {
      const valid = validator();
      assert.ok(valid(JSON.parse(JSON.stringify(sarifReport(input)))), JSON.stringify(valid.errors));
    });

  const [run] = sarifReport(fullInput()).runs;
  const [plain, silenced] = run?.results ?? [];

  it('describes every rule, with help and a link', () => {
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id, help, helpUri }) => [
        id,
        Boolean(help?.markdown),
        helpUri?.startsWith('https:'),
      ]),
      allRules.map(({ id }) => [id, true, true]),
    );
  });

  it('points to places from 1 and to what is related', () => {
    assert.deepEqual(plain?.locations?.[0]?.physicalLocation?.region, {
      startLine: 2,
      startColumn: 1,
      endLine: 2,
      endColumn: 6,
    });
    assert.equal(plain?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri, 'LICENSE');
    assert.deepEqual(plain?.suppressions, []);
  });

  it('keeps a silenced finding as suppressed, with the reason', () => {
    const [suppression] = silenced?.suppressions ?? [];
    assert.deepEqual([suppression?.kind, suppression?.justification], ['inSource', 'bought']);
  });

  it('tells new findings from those of a baseline', () => {
    const fingerprint = plain?.partialFingerprints?.['ptmLens/v1'] ?? '';
    const told = sarifReport({ ...fullInput(), baseline: new Set([fingerprint]) });
    assert.deepEqual(
      told.runs[0]?.results?.map(({ baselineState }) => baselineState),
      ['unchanged', 'new'],
    );
  });

  it('writes the scanned folder as a URI', () =>
    assert.equal(run?.originalUriBaseIds?.['%SRCROOT%']?.uri, 'file:///home/me/a%20project/'));

  it('counts paths from the top of the repository, where a part of it is scanned', () => {
    const [part] = sarifReport({ ...fullInput(), repository: '/home/me' }).runs;
    const { physicalLocation } = part?.results?.[0]?.locations?.[0] ?? {};
    assert.equal(physicalLocation?.artifactLocation?.uri, 'a%20project/train.py');
    assert.equal(part?.originalUriBaseIds?.['%SRCROOT%']?.uri, 'file:///home/me/');
  });

  it('gives findings of one notebook different hashes: code scanning sees the same line', () => {
    const findings = [1, 2].map((line) =>
      finding(line, 'a/b', { place: { ...place(line, 0, 'b.ipynb'), cell: line } }),
    );
    const [told] = sarifReport(
      inputOf(inventoryOf([{ file: 'b.ipynb', usages: [], findings, problems: [] }])),
    ).runs;
    const hashes = told?.results?.map(
      ({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash'],
    );
    assert.equal(new Set(hashes).size, 2);
    for (const hash of hashes ?? []) assert.match(hash ?? '', /^[0-9a-f]{16}:1$/);
  });

  it('makes no link of a name', () => {
    // SARIF 2.1.0, 3.11.6: [text](target) in a message is a link, brackets behind a backslash are brackets.
    for (const { message: text } of sarifReport(hostileInput()).runs[0]?.results ?? [])
      assert.doesNotMatch(text.text ?? '', /(?<!\\)\[[^\]]*(?<!\\)\]\(/);
  });

  it('begins another run, of another category, where code scanning would refuse one', () => {
    const findings = Array.from({ length: 25_001 }, (_, line) => finding(line, 'a/b'));
    const { runs } = sarifReport(
      inputOf(inventoryOf([{ file: 'a.py', usages: [], findings, problems: [] }])),
    );
    assert.deepEqual(
      runs.map(({ results }) => results?.length),
      [25_000, 1],
    );
    assert.equal(new Set(runs.map(({ automationDetails }) => automationDetails?.id)).size, 2);
  });
});

import assert from 'node:assert/strict';
import { baselineText, parseBaseline } from '../../../src/report/baseline';
import { namedFindings } from '../../../src/report/fingerprint';
import { english } from '../../../src/shared/message';
import { finding, inventoryOf } from './input';

const at = (...lines: readonly (readonly [line: number, model: string])[]) =>
  inventoryOf([
    { file: 'a.py', usages: [], findings: lines.map(([line, model]) => finding(line, model)), problems: [] },
  ]);
const names = (inventory: ReturnType<typeof at>) =>
  namedFindings(inventory).map(({ fingerprint }) => fingerprint);

describe('the fingerprint of a finding', () => {
  it('stays when lines above come and go', () =>
    assert.deepEqual(names(at([3, 'a/b'], [9, 'c/d'])), names(at([30, 'a/b'], [90, 'c/d']))));

  it('tells findings on the same model apart', () => {
    const [first, second] = names(at([3, 'a/b'], [9, 'a/b']));
    assert.notEqual(first, second);
  });

  it('is another for another model', () => assert.notDeepEqual(names(at([3, 'a/b'])), names(at([3, 'a/c']))));

  it('cannot be forged by a name that holds the separator', () =>
    assert.notDeepEqual(names(at([3, 'a|1'])), names(at([3, 'a%7C1']))));
});

describe('a baseline', () => {
  it('holds what it was written from', () => {
    const inventory = at([3, 'a/b'], [9, 'a/b']);
    const parsed = parseBaseline(baselineText([inventory]));
    assert.ok(parsed.ok);
    assert.deepEqual([...parsed.value].sort(), names(inventory).sort());
  });

  for (const [text, expected] of [
    ['{', /not JSON/],
    ['[]', /version 1/],
    ['{"version":2,"findings":[]}', /version 1/],
    ['{"version":1,"findings":[3]}', /list of texts/],
  ] as const)
    it(`is none: ${text}`, () => {
      const parsed = parseBaseline(text);
      assert.ok(!parsed.ok);
      assert.match(english(parsed.error), expected);
    });
});

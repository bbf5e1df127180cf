import assert from 'node:assert/strict';
import { addException } from '../../../src/rules/policy/addException';
import { parsePolicy } from '../../../src/rules/policy/parse';
import { today } from './cases';

const asked = {
  rule: 'license-noncommercial',
  model: 'org/model',
  reason: 'why "this" is all right',
  expires: '2027-02-19',
} as const;

function added(file: string, text: string): string | null {
  const result = addException(file, text, asked);
  if (!result) return null;
  const after = [...result.changes]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length),
      text,
    );
  const { offset, length } = result.reason;
  assert.equal(JSON.parse(`"${after.slice(offset, offset + length)}"`), asked.reason);
  return after;
}

function exceptions(file: string, text: string | null) {
  assert.ok(text !== null);
  const parsed = parsePolicy(file, text, today);
  assert.deepEqual(parsed?.findings, [], text);
  return parsed.policy.exceptions;
}

const expected = { license: null, file: null, ...asked };

describe('an exception added to a policy', () => {
  it('makes a policy of nothing', () => {
    const text = added('.ptm-lens.json', '');
    assert.deepEqual(exceptions('.ptm-lens.json', text), [expected]);
    assert.ok(text?.endsWith('}\n'));
  });

  it('leaves comments and the order of everything else as they are', () => {
    const text = `{
    // the lawyers said so
    "use": "commercial", /* for now */
    "exceptions": [
        // an old one
        { "model": "a/b", "reason": "agreed" }, // by all
    ],
    "rules": { "model-unknown": "hint" }
}
`;
    const after = added('.ptm-lens.json', text);
    const [, second] = exceptions('.ptm-lens.json', after);
    assert.deepEqual(second, expected);
    for (const line of text.split('\n').filter((each) => each.includes('//') || each.includes('/*')))
      assert.ok(after?.includes(line), line);
    assert.match(after ?? '', /^ {12}"model": "org\/model"/m, 'indented as the file is');
  });

  it('changes no line that stands there', () => {
    for (const text of [
      '{\n  "rules": { "model-unknown": "hint" } // loud\n}\n',
      '{ "use": "research" }',
      '{}',
      '{ "exceptions": [] }',
      '{\n  "exceptions": [{ "model": "a/b", "reason": "agreed" }]\n}\n',
      '{\n  "exceptions": [\n    { "model": "a/b", "reason": "agreed" } /* by all */\n  ]\n}\n',
    ]) {
      const after = added('.ptm-lens.json', text);
      assert.deepEqual(exceptions('.ptm-lens.json', after).at(-1), expected);
      const kept = text.split('\n').map((line) => line.replace(/[{}[\]\s]+$|^\{ ?/g, ''));
      for (const line of kept)
        assert.ok((after ?? '').replaceAll('},', '}').includes(line), `${line} in ${after}`);
    }
  });

  it('keeps tabs and the ends of lines', () => {
    const after = added('.ptm-lens.json', '{\r\n\t"use": "research"\r\n}\r\n');
    assert.deepEqual(exceptions('.ptm-lens.json', after), [expected]);
    assert.match(after ?? '', /\r\n\t"exceptions": \[/);
    assert.doesNotMatch(after ?? '', /[^\r]\n/);
  });

  it('stands at the end of pyproject.toml', () => {
    const text =
      '[project]\nname = "x"\n\n[tool.ptm-lens]\nuse = "commercial"\n\n[tool.black]\nline-length = 99';
    const after = added('pyproject.toml', text);
    assert.deepEqual(exceptions('pyproject.toml', after), [expected]);
    assert.ok(after?.startsWith(text));
  });

  it('is not added where it would break the file', () => {
    assert.equal(added('.ptm-lens.json', '{ "use": '), null);
    assert.equal(added('.ptm-lens.json', '[]'), null);
    assert.equal(added('.ptm-lens.json', '{ "exceptions": {} }'), null);
    assert.equal(added('pyproject.toml', '[tool.ptm-lens]\nexceptions = []\n'), null);
    assert.equal(added('pyproject.toml', '[tool'), null);
  });
});

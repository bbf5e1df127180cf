import assert from 'node:assert/strict';
import { addRevision, type CallEdit, replaceRevision } from '../../../src/present/pinFix';

const commit = '0123456789abcdef0123456789abcdef01234567';

function apply(text: string, edit: CallEdit | null): string | null {
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('a revision put into a call', () => {
  const added: readonly (readonly [string, string])[] = [
    ['load("a/b")', `load("a/b", revision="${commit}")`],
    ['load("a/b", dtype)', `load("a/b", dtype, revision="${commit}")`],
    ['load("a/b",)', `load("a/b", revision="${commit}",)`],
    ['load()', `load(revision="${commit}")`],
    ['load(\n    "a/b",  # small\n)', `load(\n    "a/b", revision="${commit}",  # small\n)`],
    ['load(\n    "a/b"  # the ), too\n)', `load(\n    "a/b", revision="${commit}"  # the ), too\n)`],
    ['load("a#b")', `load("a#b", revision="${commit}")`],
    ["load('''a\n#b''')", `load('''a\n#b''', revision="${commit}")`],
  ];
  for (const [call, expected] of added)
    it(`is the last argument of ${JSON.stringify(call)}`, () => {
      assert.equal(apply(call, addRevision(call, commit)), expected);
    });

  it('is none of what is no whole call', () => {
    assert.equal(addRevision('load("a/b"', commit), null);
    assert.equal(addRevision('', commit), null);
  });

  it('takes the place of a branch, in its quotes', () => {
    for (const [argument, expected] of [
      ['revision="main"', `revision="${commit}"`],
      ["revision = 'main'", `revision = '${commit}'`],
      ["revision: 'main'", `revision: '${commit}'`],
      ['"main"', `"${commit}"`],
    ] as const)
      assert.equal(apply(argument, replaceRevision(argument, 'main', commit)), expected);
  });

  it('is not written over a name, a composed text, or a text that changed since', () => {
    for (const argument of ['revision=REVISION', 'revision="ma" + "in"', 'revision="dev"', 'revision=f"{x}"'])
      assert.equal(replaceRevision(argument, 'main', commit), null, argument);
  });
});

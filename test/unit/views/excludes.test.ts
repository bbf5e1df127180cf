import assert from 'node:assert/strict';
import { excluder, excluderOf } from '../../../src/views/excludes';

describe('excluding files by globs', () => {
  const rows: [glob: string, out: string[], kept: string[]][] = [
    ['tests/**', ['tests/a.py', 'tests/x/a.py'], ['src/tests/a.py', 'tests.py']],
    ['tests', ['tests/a.py', 'tests/x/a.py'], ['mytests/a.py']],
    ['**/legacy', ['legacy/a.py', 'a/legacy/b/c.py'], ['legacy.py', 'a/mylegacy/b.py']],
    ['**/*.ipynb', ['a.ipynb', 'a/b.ipynb'], ['a.py']],
    ['{a,b}/*.py', ['a/x.py', 'b/x.py'], ['c/x.py', 'a/b/x.py']],
    ['.cache/', ['.cache/a.py'], ['cache/a.py']],
    ['!keep.py', [], ['keep.py', 'other.py']],
    ['', [], ['a.py']],
  ];
  for (const [glob, out, kept] of rows) {
    it(JSON.stringify(glob), () => {
      const excluded = excluder([glob]);
      assert.deepEqual(
        out.filter((path) => !excluded(path)),
        [],
      );
      assert.deepEqual(kept.filter(excluded), []);
    });
  }

  it('follows a change of the settings', () => {
    const settings = {
      current: {
        enable: true,
        scanOnOpen: true,
        codeLens: false,
        inlayHints: false,
        levels: {},
        hubLookup: 'manual' as const,
        exclude: ['a'] as readonly string[],
      },
    };
    const excluded = excluderOf(settings);
    assert.ok(excluded('a/x.py') && !excluded('b/x.py'));
    settings.current = { ...settings.current, exclude: ['b'] };
    assert.ok(!excluded('a/x.py') && excluded('b/x.py'));
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Parser } from 'web-tree-sitter';
import { loadParser, startRuntime } from '../../../src/analyzer/grammar';
import { parsePython } from '../../../src/analyzer/python/parser/parse';
import { emptySyntax, readSyntax, type Syntax } from '../../../src/analyzer/syntax';
import { withTree } from '../../../src/analyzer/trees';
import { assertSame } from '../../sameSyntax';
import { pythonProgram } from './programs';

const corpus = join(import.meta.dirname, '../../fixtures/corpus');

/** Every statement and expression that the parser knows, in forms that lie close to others. */
const known = `
import a.b as c, d
from . import x
from ...a.b import (c as d, e,)
from a import *
from __future__ import annotations
def f(a, /, b: int = 1, *args: x, c: a.b[int], d: List[int] | None, e=None, **k) -> Optional[List[int]]:
    """doc {x} \\n"""
    global g, h
    for i, (j, *k) in a, b: pass
    else:
        del a, b
    with open(x) as f, g: return a if b not in c is not d < e else lambda: 1
    while (n := 10) > 5: a += 1; b = yield
    yield
    yield from a
    return 1, *b
class A(B, metaclass=C):
    x: "a" = y = 1, 2

    @property
    @dec(1)
    async def g(self): await x; return await y
try:
    assert x, "y"
except (A, B) as e:
    raise D from e
except C: raise
else: nonlocal_ = 1
finally:
    if a:
        b
    elif c: d
    else:
        break
(a) = b[1:2, ::3, ..., c:, *d]
[a.b, c[0]] = a, = d
x = f"a{b!r:>{w}}c{{{d=}" "z" rb'a' if not x else (yield)
print(a, b=1, *c, **d)
f(x for x in y if z if w for a in b)
x = -1 ** -2 + a @ b // c << d | e & f ^ g and not b or c
{**a, "b": c, d: e}, {a, *b}, {}, (), [], (*a, b), (a,), {a: b for a, b in c}, {a for a in b}
f(*a)(b)[c].d(lambda x, *y, z=1: x)
x = 0x1f + 1_000 + 1.5e-3j + .5 + 0o17 if True else None
async_ = [a async for a in b]
if a: \\
    pass
`;

/** Errors, and what is rare enough to be left to tree-sitter. */
const unknown = [
  'print "x"',
  'exec "x"',
  'match x:\n    case 1: pass',
  'type X = int',
  'def f[T](x): pass',
  'f(',
  'x = )',
  'def f():\npass',
  'if a:\n    b\n  c',
  '"abc',
  "x = '''abc",
  'x = f"{"',
  'é = 1',
  'with (a as b, c): pass',
  `${'('.repeat(5000)}a${')'.repeat(5000)}`,
  'a ? b',
  'x = 1 2',
  'for x in y',
  'try:\n    pass\nx = 1',
];

describe('the Python parser', () => {
  let parser: Parser;
  before(async () => {
    const { resolve } = createRequire(__filename);
    await startRuntime(readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')));
    parser = await loadParser(readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')));
  });
  after(() => parser.delete());

  const byTreeSitter = (text: string): Syntax => {
    const syntax = emptySyntax();
    withTree(parser, text, (tree) => readSyntax(tree, 0, syntax));
    return syntax;
  };

  it('gives the nodes that tree-sitter gives', () => {
    const own = parsePython(known, 0);
    assert.ok(own);
    assertSame(byTreeSitter(known).root, own.root, known);
  });

  it('gives them for every file of the corpus, and seldom gives up', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.py'),
    );
    let parsed = 0;
    for (const file of files) {
      const text = readFileSync(join(corpus, file), 'utf8');
      const own = parsePython(text, 0);
      if (!own) continue;
      parsed++;
      const { root, errors } = byTreeSitter(text);
      assert.equal(errors.length, 0, file);
      assertSame(root, own.root, text);
    }
    assert.ok(parsed > files.length * 0.9, `${String(parsed)} of ${String(files.length)}`);
  });

  for (const text of unknown) {
    it(`leaves to tree-sitter: ${text.slice(0, 30).replaceAll('\n', ' ')}`, () => {
      assert.equal(parsePython(text, 0), null);
    });
  }

  it('gives them for programs of any shape', () => {
    fc.assert(
      fc.property(pythonProgram, (text) => {
        const own = parsePython(text, 0);
        assert.ok(own, text);
        const { root, errors } = byTreeSitter(text);
        assert.equal(errors.length, 0, text);
        assertSame(root, own.root, text);
      }),
      { numRuns: 300 },
    );
  });

  it('survives every beginning of a text', () => {
    for (let end = 0; end < known.length; end++) {
      const text = known.slice(0, end);
      const own = parsePython(text, 0);
      if (own) assert.equal(byTreeSitter(text).errors.length, 0, JSON.stringify(text.slice(-40)));
    }
  });
});

import assert from 'node:assert/strict';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { english } from '../../../src/shared/message';
import { factsOf, pythonAnalyzer, said } from './support';

/** A mechanism, code that ends in what is given to the loader, and what that is. */
type Case = readonly [mechanism: string, code: string, expected: string];

const cases: readonly Case[] = [
  ['a literal', 'load("a/b")', 'a/b'],
  ['implicit concatenation', 'load("a/" "b")', 'a/b'],
  ['addition', 'X = "a"\nload(X + "/" + "b")', 'a/b'],
  ['an f-string', 'size = "base"\nload(f"bert-{size}-cased")', 'bert-base-cased'],
  ['an f-string with braces', 'load(f"{{x}}")', '{x}'],
  ['percent formatting', 'load("%s/%s" % ("a", "b"))', 'a/b'],
  ['str.format with names', 'load("{o}/{m}".format(o="a", m="b"))', 'a/b'],
  ['methods of strings', 'load("A/B ".strip().lower().replace("b", "c"))', 'a/c'],
  ['split and index', 'load("x:y/z".split(":")[1])', 'y/z'],
  ['join', 'load("/".join(["a", "b"]))', 'a/b'],
  ['a conditional expression', 'load("a" if flag() else "b")', 'a | b'],
  ['or behind something false', 'load(None or "" or "a")', 'a'],
  ['and', 'load(True and "a")', 'a'],
  ['a walrus', 'if (n := "a"):\n    load(n)', 'a'],
  ['the last assignment', 'n = "a"\nn = "b"\nload(n)', 'b'],
  ['both branches', 'if c():\n    n = "a"\nelse:\n    n = "b"\nload(n)', 'a | b'],
  [
    'a branch that leaves',
    'def f():\n    n = "b"\n    if c():\n        n = "a"\n        return\n    load(n)',
    'b',
  ],
  ['later in the loop', 'n = "a"\nfor i in r():\n    load(n)\n    n = "b"', 'a | b'],
  ['try and except', 'try:\n    n = "a"\nexcept E:\n    n = "b"\nload(n)', 'a | b'],
  ['match', 'match x():\n    case 1:\n        n = "a"\n    case _:\n        n = "b"\nload(n)', 'a | b'],
  ['an augmented assignment', 'n = "a"\nn += "/b"\nload(n)', 'a/b'],
  ['unpacking with a star', 'a, *b = ["x", "y", "z"]\nload(b[1])', 'z'],
  ['nested unpacking', '(a, (b, c)) = ("x", ("y", "z"))\nload(c)', 'z'],
  ['a loop over pairs', 'for k, v in {"a": "x", "b": "y"}.items():\n    load(v)', 'x | y'],
  ['enumerate and zip', 'for i, (a, b) in enumerate(zip(["x"], ["y"])):\n    load(b)', 'y'],
  ['a comprehension', '[load(n) for n in ("a", "b")]', 'a | b'],
  ['a dictionary by key', 'D = {"k": "a", "l": "b"}\nload(D["l"])', 'b'],
  ['a dictionary by an unknown key', 'D = {"k": "a", "l": "b"}\nload(D[k()])', 'a | b'],
  ['dict.get with a default', 'load({"k": "a"}.get(k(), "c"))', 'a | c'],
  ['merged dictionaries', 'load({**{"k": "a"}, "k": "b"}["k"])', 'b'],
  ['an element put in later', 'D = {}\nD["k"] = "a"\nload(D[k()])', 'a'],
  ['list.append', 'L = []\nL.append("a")\nfor n in L:\n    load(n)', 'a'],
  ['a negative index', 'load(["a", "b"][-1])', 'b'],
  ['a slice', 'load("xab"[1:])', 'ab'],
  ['a default', 'def f(n="a"):\n    load(n)', 'a'],
  ['an argument', 'def f(n):\n    load(n)\nf("a")', 'a'],
  ['an argument through two functions', 'def f(n):\n    load(n)\ndef g(m):\n    f(n=m)\ng("a")', 'a'],
  ['a starred argument', 'def f(x, n):\n    load(n)\nf(*[1, "a"])', 'a'],
  ['a keyword dictionary', 'def f(**kw):\n    load(kw["n"])\nf(n="a")', 'a'],
  [
    'a keyword dictionary that is passed on',
    'def f(**kw):\n    load(**kw)\nf(pretrained_model_name_or_path="a")',
    'a',
  ],
  ['a return value', 'def f():\n    return "a"\nload(f())', 'a'],
  ['the return of this call', 'def f(x):\n    return "a" if x == 1 else "b"\nload(f(2))', 'b'],
  ['a closure', 'def f(n):\n    def g():\n        load(n)\n    return g\nf("a")()', 'a'],
  ['a lambda', 'f = lambda n: load(n)\nf("a")', 'a'],
  ['a class constant', 'class C:\n    N = "a"\nload(C.N)', 'a'],
  [
    'an attribute',
    'class C:\n    def __init__(self, n):\n        self.n = n\n    def go(self):\n        load(self.n)\nC("a").go()',
    'a',
  ],
  [
    'this object, not that',
    'class C:\n    def __init__(self, n):\n        self.n = n\nx = C("a")\ny = C("b")\nload(y.n)',
    'b',
  ],
  [
    'an inherited attribute',
    'class B:\n    N = "a"\nclass C(B):\n    def go(self):\n        load(self.N)',
    'a',
  ],
  ['a property', 'class C:\n    @property\n    def n(self):\n        return "a"\nload(C().n)', 'a'],
  ['an enum', 'from enum import Enum\nclass E(Enum):\n    A = "a"\nload(E.A.value)', 'a'],
  [
    'a dataclass field',
    'from dataclasses import dataclass\n@dataclass\nclass C:\n    n: str = "a"\nload(C().n)',
    'a',
  ],
  [
    'a dataclass argument',
    'from dataclasses import dataclass\n@dataclass\nclass C:\n    n: str = "a"\nload(C(n="b").n)',
    'b',
  ],
  ['os.path.join', 'import os\nload(os.path.join("a", "b"))', 'a/b'],
  ['pathlib', 'from pathlib import Path\nload(Path("a") / "b")', 'a/b'],
  ['a global set by a function', 'N = "a"\ndef s():\n    global N\n    N = "b"\ns()\nload(N)', 'a | b'],
  ['a deleted name', 'n = "a"\ndel n\nload(n)', 'unresolved'],
  ['nothing that is known', 'load(input())', 'unresolved'],
  ['a name that depends on itself', 'a = b\nb = a\nload(a)', 'unresolved'],
];

describe('what reaches a loader', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  for (const [mechanism, code, expected] of cases) {
    it(mechanism, () => {
      const text = `from transformers import AutoModel\nload = AutoModel.from_pretrained\n${code}\n`;
      const { usages } = factsOf(analyzer, text);
      assert.equal(usages.length, 1);
      assert.deepEqual(usages.map(said), [expected]);
    });
  }

  it('says why a value is not known', () => {
    const reasonOf = (code: string) => {
      const [usage] = factsOf(analyzer, `from transformers import AutoModel\n${code}`).usages;
      return usage?.reason ? english(usage.reason) : null;
    };
    assert.match(
      reasonOf('def f(name):\n    AutoModel.from_pretrained(name)') ?? '',
      /parameter "name" of f/,
    );
    assert.match(reasonOf('import os\nAutoModel.from_pretrained(os.environ["HF_ID"])') ?? '', /HF_ID/);
    assert.match(reasonOf('AutoModel.from_pretrained(fetch())') ?? '', /fetch/);
    assert.equal(reasonOf('AutoModel.from_pretrained("a")'), null);
  });

  it('gives up on code that has no end, and says so', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, i) =>
        `def f${String(i)}(x): return f${String(i + 1)}(x + "a") if c() else f${String(i + 1)}(x + "b")`,
    );
    const text = `from transformers import AutoModel\n${doubling.join('\n')}\ndef f60(x): return x\nAutoModel.from_pretrained(f0(""))\n`;
    const { usages } = factsOf(analyzer, text);
    assert.equal(usages.length, 1);
  });

  it('survives deep nesting', () => {
    const deep = `${'('.repeat(10_000)}"a"${')'.repeat(10_000)}`;
    const sum = Array.from({ length: 5_000 }, () => '"a"').join(' + ');
    const { usages } = factsOf(
      analyzer,
      `from transformers import AutoModel\nAutoModel.from_pretrained(${deep})\nAutoModel.from_pretrained(${sum})\n`,
    );
    assert.deepEqual(
      usages.map(({ written }) => written[0]?.text.length),
      [1, 5_000],
    );
  });
});

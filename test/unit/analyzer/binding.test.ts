import assert from 'node:assert/strict';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { factsOf, pythonAnalyzer } from './support';

/** A way to bind a loader, code, and the loader that is found (null: none). */
type Case = readonly [way: string, code: string, loader: string | null];

const auto = 'transformers.AutoModel.from_pretrained';
const cases: readonly Case[] = [
  ['from import', 'from transformers import AutoModel\nAutoModel.from_pretrained("a")', auto],
  ['module alias', 'import transformers as t\nt.AutoModel.from_pretrained("a")', auto],
  ['dotted import', 'import torch.hub\ntorch.hub.load("o/r", "m")', 'torch.hub.load'],
  ['star import', 'from transformers import *\nAutoModel.from_pretrained("a")', auto],
  [
    'import in a try',
    'try:\n    from transformers import AutoModel\nexcept ImportError:\n    AutoModel = None\nAutoModel.from_pretrained("a")',
    auto,
  ],
  [
    'import in the function',
    'def f():\n    from transformers import AutoModel\n    AutoModel.from_pretrained("a")',
    auto,
  ],
  [
    'import in another function',
    'def f():\n    from transformers import AutoModel\nAutoModel.from_pretrained("a")',
    null,
  ],
  ['another name', 'from transformers import AutoModel\nM = AutoModel\nM.from_pretrained("a")', auto],
  ['a bound method', 'from transformers import AutoModel\nf = AutoModel.from_pretrained\nf("a")', auto],
  ['a table', 'from transformers import AutoModel\nT = {"k": AutoModel}\nT[k()].from_pretrained("a")', auto],
  [
    'a parameter',
    'from transformers import AutoModel\ndef f(c):\n    c.from_pretrained("a")\nf(AutoModel)',
    auto,
  ],
  [
    'an attribute',
    'from transformers import AutoModel\nclass C:\n    cls = AutoModel\n    def f(self):\n        self.cls.from_pretrained("a")',
    auto,
  ],
  [
    'a subclass',
    'from transformers import AutoModel\nclass M(AutoModel): pass\nM.from_pretrained("a")',
    auto,
  ],
  [
    'cls of a subclass',
    'from transformers import AutoModel\nclass M(AutoModel):\n    @classmethod\n    def f(cls):\n        return cls.from_pretrained("a")',
    auto,
  ],
  [
    'super',
    'from transformers import AutoModel\nclass M(AutoModel):\n    @classmethod\n    def from_pretrained(cls, n):\n        return super().from_pretrained(n)\nM.from_pretrained("a")',
    auto,
  ],
  [
    'a constructor by super',
    'from sentence_transformers import SentenceTransformer\nclass M(SentenceTransformer):\n    def __init__(self):\n        super().__init__("a")',
    'sentence_transformers.SentenceTransformer',
  ],
  [
    'partial',
    'from functools import partial\nfrom transformers import AutoModel\nf = partial(AutoModel.from_pretrained, "a")\nf()',
    auto,
  ],
  [
    'an own class',
    'class AutoModel:\n    @classmethod\n    def from_pretrained(cls, n): pass\nAutoModel.from_pretrained("a")',
    null,
  ],
  [
    'an own function after the import',
    'from transformers import pipeline\ndef pipeline(t): pass\npipeline("ner")',
    null,
  ],
  [
    'a shadowing parameter',
    'from transformers import AutoModel\ndef f(AutoModel):\n    AutoModel.from_pretrained("a")',
    null,
  ],
  ['another library', 'from elsewhere import AutoModel\nAutoModel.from_pretrained("a")', null],
  [
    'a comment and a string',
    'from transformers import AutoModel\n# AutoModel.from_pretrained("a")\n"""AutoModel.from_pretrained("a")"""',
    null,
  ],
];

describe('what a callee is bound to', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  for (const [way, code, loader] of cases) {
    it(`${way}: ${loader === null ? 'no loader' : 'found'}`, () => {
      const { usages } = factsOf(analyzer, `${code}\n`);
      assert.deepEqual(
        usages.map((usage) => usage.loader),
        loader === null ? [] : [loader],
      );
    });
  }

  it('sees through modules of the workspace', () => {
    const files = {
      'pkg/__init__.py': 'from .models import Encoder as Enc\n',
      'pkg/models.py': 'from .base import Base\nclass Encoder(Base): pass\n',
      'pkg/base.py': 'import transformers\nclass Base(transformers.BertModel): pass\n',
      'pkg/names.py': 'NAME = "google/bert"\n',
    };
    const text = 'from pkg import Enc\nfrom pkg.names import NAME\nEnc.from_pretrained(NAME)\n';
    const { usages, asked } = factsOf(analyzer, text, files);
    assert.equal(usages[0]?.loader, 'transformers.BertModel.from_pretrained');
    assert.equal(usages[0].written[0]?.place?.file, 'pkg/names.py');
    for (const path of Object.keys(files))
      assert.ok(
        asked.some((each) => each.path === path),
        path,
      );
  });

  it('counts what is pending as not known yet, and asks for it', () => {
    const text =
      'from names import NAME\nfrom transformers import AutoModel\nAutoModel.from_pretrained(NAME)\n';
    const document = { path: 'main.py', language: 'python', cells: [{ cell: null, text }] } as const;
    const pending = () => 'pending' as const;
    const facts = analyzer.analyze(document, { source: pending, config: pending, path: pending });
    assert.equal(facts.usages[0]?.resolution, 'unresolved');
    assert.ok(facts.asked.some(({ kind, path }) => kind === 'module' && path === 'names.py'));
  });
});

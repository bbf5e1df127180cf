import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { mayHold } from '../../../src/analyzer/prefilter';
import { readDocument } from '../../../src/analyzer/document';
import type { FileFacts } from '../../../src/analyzer/usage';
import { factsOf, pythonAnalyzer, workspaceOf } from './support';

const corpus = join(import.meta.dirname, '../../fixtures/corpus');
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the prefilter', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  it('loses no file of the corpus that has a usage', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(py|ipynb)$/.test(file),
    );
    assert.ok(files.length > 300);
    for (const file of files) {
      const bytes = readFileSync(join(corpus, file));
      if (mayHold(file, bytes) === 'usage') continue;
      assert.deepEqual(factsOf(analyzer, bytes.toString('utf8'), {}, file).usages, [], file);
    }
  });

  it('throws out what names no loader', () => {
    assert.equal(mayHold('a.py', bytesOf('print(open("x").read())\n')), 'nothing');
    assert.equal(mayHold('a.py', bytesOf('import json\njson.load(open("x"))\n')), 'borrower');
    assert.equal(mayHold('a.py', bytesOf('import spacy\nspacy.load("x")\n')), 'usage');
  });

  it('reads UTF-16 and the escapes of a notebook', () => {
    const wide = Buffer.from('\uFEFFimport spacy\nspacy.load("x")', 'utf16le');
    assert.equal(mayHold('a.py', wide), 'usage');
    assert.equal(mayHold('a.ipynb', bytesOf('{"source": "import torch\\nspacy\\nload"}')), 'usage');
  });

  // Ways to a loader that leave no word of its library in the file that calls it.
  for (const [what, lib, user] of [
    ['an alias', 'from spacy import load as get\n', 'from lib import get\nget("x/y")\n'],
    ['a renamed alias', 'from spacy import load as get\n', 'from lib import get as g\ng("x/y")\n'],
    ['a star', 'from spacy import load as get\n', 'from lib import *\nget("x/y")\n'],
    ['a member', 'import spacy\nget = spacy.load\n', 'import lib\nlib.get("x/y")\n'],
    ['a member by a string', 'from spacy import load as get\n', 'import lib\ngetattr(lib, "get")("x/y")\n'],
    [
      'a partial',
      'import functools, spacy\nget = functools.partial(spacy.load)\n',
      'from lib import get\nget("x/y")\n',
    ],
    ['a table', 'import spacy\ntable = {"a": spacy.load}\n', 'from lib import table\ntable["a"]("x/y")\n'],
    [
      'a subclass',
      'from sentence_transformers import SentenceTransformer\nclass Own(SentenceTransformer):\n    pass\n',
      'from lib import Own\nOwn("x/y")\n',
    ],
    ['a library', 'import spacy as s\n', 'from lib import s\ns.load("x/y")\n'],
  ] as const) {
    it(`takes back what loads through ${what} of another module`, () => {
      assert.equal(mayHold('user.py', bytesOf(user)), 'borrower');
      const whole = factsOf(analyzer, user, { 'lib.py': lib }, 'user.py');
      assert.equal(whole.usages.length, 1);
      assert.deepEqual(borrowed(user, { 'lib.py': lib }).usages, whole.usages);
    });
  }

  it('follows modules that take what they hand on from others', () => {
    const files = {
      'a.py': 'from spacy import load as get\n',
      'b.py': 'from a import get as fetch\n',
      'pack/__init__.py': 'from .c import *\n',
      'pack/c.py': 'from b import fetch\n',
    };
    assert.equal(borrowed('from pack import fetch\nfetch("x/y")\n', files).usages.length, 1);
  });

  it('notes what a borrower that loads nothing rests on', () => {
    const { usages, asked } = borrowed('from lib import get\nget("x/y")\n', {
      'lib.py': 'def get(x): pass\n',
    });
    assert.deepEqual(usages, []);
    assert.ok(asked.some(({ kind, path }) => kind === 'module' && path === 'lib.py'));
  });

  function borrowed(text: string, files: Readonly<Record<string, string>>): FileFacts {
    const document = readDocument('user.py', text);
    assert.ok(document.ok);
    return analyzer.analyzeBorrower(document.value, workspaceOf({ ...files, 'user.py': text }));
  }
});

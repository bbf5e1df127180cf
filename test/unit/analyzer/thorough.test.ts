import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { readDocument } from '../../../src/analyzer/document';
import { mayHold } from '../../../src/analyzer/prefilter';
import type { PythonAnalyzer } from '../../../src/analyzer/python/analyzer';
import type { Usage } from '../../../src/analyzer/usage';
import { thoroughAnalyzer } from '../../thorough';
import { pythonAnalyzer, workspaceOf } from './support';

const require = createRequire(import.meta.url);
const fixtures = join(import.meta.dirname, '../../fixtures');
const isPython = (file: string) => /\.(py|ipynb)$/.test(file);

/** The Python files below a folder, by path. */
function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPython);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('what is left out because it can hold no usage', () => {
  let quick: Analyzer;
  let thorough: PythonAnalyzer;
  before(async () => {
    quick = await pythonAnalyzer();
    const read = (file: string) => readFileSync(require.resolve(file));
    thorough = await thoroughAnalyzer(
      read('web-tree-sitter/web-tree-sitter.wasm'),
      read('tree-sitter-python/tree-sitter-python.wasm'),
    );
  });
  after(() => quick.dispose());

  /** A file's usages as a scan finds them, and as they are when no file, body or call is left out. */
  function both(path: string, files: Readonly<Record<string, string>>): [Usage[], Usage[]] {
    const text = files[path] ?? '';
    const document = readDocument(path, text);
    if (!document.ok) return [[], []];
    const workspace = workspaceOf(files);
    const holds = mayHold(path, new TextEncoder().encode(text));
    const found =
      holds === 'nothing'
        ? []
        : holds === 'borrower'
          ? quick.analyzeBorrower(document.value, workspace).usages
          : quick.analyze(document.value, workspace).usages;
    return [[...found], [...thorough.analyze(document.value, workspace).usages]];
  }

  it('holds none in the corpus', () => {
    const files = filesBelow(join(fixtures, 'corpus'));
    assert.ok(Object.keys(files).length > 300);
    let usages = 0;
    for (const path of Object.keys(files)) {
      const [found, all] = both(path, files);
      usages += all.length;
      assert.deepEqual(found, all, path);
    }
    assert.ok(usages > 300);
  });

  it('holds none in modules that hand loaders to each other', () => {
    const files = {
      'pack/__init__.py': 'from .load import get, Model as M, table\nfrom . import load as loading\n',
      'pack/load.py':
        'import functools\nimport spacy as nlp\nfrom transformers import AutoModel as Model\n' +
        'get = functools.partial(nlp.load)\ntable = {"a": Model}\n' +
        'def made(kind):\n    return Model if kind else None\n',
      'app.py':
        'import pack\nfrom pack import get, M, loading\nfrom pack.load import *\n\n' +
        'get("a/b")\nM.from_pretrained("c/d")\nloading.nlp.load("e/f")\npack.table["a"].from_pretrained("g/h")\n' +
        'made(1).from_pretrained("i/j")\nnlp.load("k/l")\n',
    };
    const [found, all] = both('app.py', files);
    assert.deepEqual(found, all);
    assert.ok(all.length >= 5, String(all.length));
  });
});

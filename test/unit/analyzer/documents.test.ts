import assert from 'node:assert/strict';
import { languageOf, readDocument } from '../../../src/analyzer/document';
import { skipMagics } from '../../../src/analyzer/python/magics';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { factsOf, pythonAnalyzer, said } from './support';

const code = (...source: string[]) => ({
  cell_type: 'code',
  source,
  metadata: {},
  outputs: [],
  execution_count: null,
});
const notebook = (...cells: unknown[]) =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });

describe('documents', () => {
  it('are known by their path', () => {
    assert.equal(languageOf('a/b.py'), 'python');
    assert.equal(languageOf('A.IPYNB'), 'python');
    assert.equal(languageOf('a.txt'), null);
  });

  it('of notebooks are their code cells, counted over all', () => {
    const read = readDocument(
      'n.ipynb',
      notebook({ cell_type: 'markdown', source: ['# x'] }, code('a = 1\n', 'b = 2')),
    );
    assert.ok(read.ok);
    assert.deepEqual(read.value.cells, [{ cell: 1, text: 'a = 1\nb = 2' }]);
  });

  it('that are no notebooks fail', () => {
    assert.equal(readDocument('n.ipynb', '{').ok, false);
    assert.equal(readDocument('n.ipynb', '[]').ok, false);
  });

  it('keep every position when magics are skipped', () => {
    const text =
      '%matplotlib inline\n!pip install x \\\n  y\nx = !ls\n%time m = f()\n  %cd ..\ns = """\n%not a magic\n"""\n';
    const skipped = skipMagics({ cell: 0, text });
    assert.equal(skipped.length, text.length);
    assert.deepEqual(
      skipped.split('\n').map((line) => line.length),
      text.split('\n').map((line) => line.length),
    );
    assert.ok(skipped.includes('%not a magic'));
    assert.ok(!skipped.includes('!pip'));
    assert.ok(skipped.includes('m = f()'));
  });

  it('skip the questions of IPython', () => {
    const text = 'model.fit?\nmodel.fit??\n?model\nx = 1 if y else 2\n';
    assert.equal(skipMagics({ cell: 0, text }), '#odel.fit?\n#odel.fit??\n#model\nx = 1 if y else 2\n');
  });

  it('skip cells for other programs', () =>
    assert.equal(skipMagics({ cell: 0, text: '%%bash\necho x' }).trim(), ''));
});

describe('notebooks', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  it('carry names from cell to cell, and errors do not spread', () => {
    const text = notebook(
      code('from transformers import AutoModel\n', 'NAME = "a/b"'),
      code('def broken(:\n'),
      code('%pip install x\n', 'AutoModel.from_pretrained(NAME)'),
    );
    const { usages, problems } = factsOf(analyzer, text, {}, 'n.ipynb');
    assert.deepEqual(usages.map(said), ['a/b']);
    assert.equal(usages[0]?.place.cell, 2);
    assert.equal(usages[0].place.range.start.line, 1);
    assert.equal(usages[0].written[0]?.place?.cell, 0);
    assert.equal(problems[0]?.place?.cell, 1);
  });
});

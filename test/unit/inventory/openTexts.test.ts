import assert from 'node:assert/strict';
import type { Analyzer, OpenDocument } from '../../../src/analyzer/analyzer';
import type { SourceDocument } from '../../../src/analyzer/source';
import { OpenTexts } from '../../../src/inventory/openTexts';
import { pythonAnalyzer, workspaceOf } from '../analyzer/support';

const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

function document(path: string, ...texts: readonly string[]): SourceDocument {
  const cell = (index: number) => (texts.length > 1 ? index : null);
  return { path, language: 'python', cells: texts.map((text, index) => ({ cell: cell(index), text })) };
}

/** Counts the documents that are opened and let go. */
function counting(analyzer: Analyzer): { analyzer: Analyzer; opened: string[]; disposed: string[] } {
  const opened: string[] = [];
  const disposed: string[] = [];
  const openDocument = (source: SourceDocument): OpenDocument => {
    opened.push(source.path);
    const open = analyzer.openDocument(source);
    return {
      edit: (cell, changes) => open.edit(cell, changes),
      facts: (workspace) => open.facts(workspace),
      dispose: () => {
        disposed.push(source.path);
        open.dispose();
      },
    };
  };
  const counted: Analyzer = {
    analyze: (source, workspace) => analyzer.analyze(source, workspace),
    analyzeBorrower: (source, workspace) => analyzer.analyzeBorrower(source, workspace),
    openDocument,
    dispose: () => analyzer.dispose(),
  };
  return { analyzer: counted, opened, disposed };
}

describe('open texts', () => {
  let analyzer: Analyzer;
  const workspace = workspaceOf();
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  it('are edited, not opened again, and say what the text says', () => {
    const { analyzer: counted, opened } = counting(analyzer);
    const texts = new OpenTexts();
    for (const id of ['a/b', 'a/bc', 'gpt2', 'gpt2']) {
      const now = document('a.py', load(id));
      assert.deepEqual(texts.facts(now, counted, workspace), analyzer.analyze(now, workspace));
    }
    assert.deepEqual(opened, ['a.py']);
    texts.dispose();
  });

  it('follow the cells of a notebook, and are opened again when there are other ones', () => {
    const { analyzer: counted, opened, disposed } = counting(analyzer);
    const texts = new OpenTexts();
    const versions = [
      document('n.ipynb', 'import os\n', load('a/b')),
      document('n.ipynb', 'NAME = "x/y"\n', load('c/d')),
      document('n.ipynb', 'NAME = "x/y"\n', 'x = 1\n', load('c/d')),
    ];
    for (const now of versions)
      assert.deepEqual(texts.facts(now, counted, workspace), analyzer.analyze(now, workspace));
    assert.deepEqual(opened, ['n.ipynb', 'n.ipynb']);
    assert.deepEqual(disposed, ['n.ipynb']);
    texts.dispose();
  });

  it('are let go: the one that is closed, and the oldest of many', () => {
    const { analyzer: counted, disposed } = counting(analyzer);
    const texts = new OpenTexts();
    for (let number = 0; number < 14; number++)
      texts.facts(document(`${String(number)}.py`, load('a/b')), counted, workspace);
    assert.deepEqual(disposed, ['0.py', '1.py']);
    texts.forget('5.py');
    texts.forget('5.py');
    assert.deepEqual(disposed, ['0.py', '1.py', '5.py']);
    texts.dispose();
    assert.equal(disposed.length, 14);
  });
});

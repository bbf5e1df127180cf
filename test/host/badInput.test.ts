import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { activated, exampleUri, hoverMarkdown, hoverOn, openExample, writeExample } from './support/example';
import { problemsWhen } from './support/problems';

const load = 'AutoModel.from_pretrained("facebook/dpr-question_encoder-single-nq-base")';

/** Files that nothing can be read from: they must not disturb what lies beside them. */
const unreadable: Readonly<Record<string, string | Uint8Array>> = {
  'bad/empty.py': '',
  'bad/notebook.ipynb': '{ "cells": [',
  'bad/array.ipynb': '[]',
  'bad/cells.ipynb': '{ "cells": 7, "nbformat": 4, "nbformat_minor": 5, "metadata": {} }',
  'bad/nul.py': 'from transformers import AutoModel\0\0\0\n',
  'bad/latin1.py': Uint8Array.of(0x23, 0x20, 0xe9, 0xff, 0xfe, 0x0a),
};

describe('bad input', () => {
  before(activated);
  after(() => workspace.fs.delete(exampleUri('bad'), { recursive: true }));

  it('leaves the rest of the workspace as it was', async () => {
    for (const [path, content] of Object.entries(unreadable)) {
      await workspace.fs.writeFile(exampleUri(path), Buffer.from(content));
    }
    const fine = await writeExample('bad/fine.py', `from transformers import AutoModel\n${load}\n`);
    await commands.executeCommand('ptmLens.scan');
    await problemsWhen(fine, (rules) => rules.length > 0);
  });

  it('does not lose the code around a syntax error', async () => {
    const uri = await writeExample(
      'bad/syntax.py',
      `from transformers import AutoModel\ndef broken(:\n    return\n\nmodel = ${load}\nx = = 3\n`,
    );
    await problemsWhen(uri, (rules) => rules.length > 0);
    const said = await hoverOn(await openExample('bad/syntax.py'), 'single-nq-base');
    assert.match(said, /cc-by-nc-4\.0/i);
  });

  it('brings no Markdown of its own into a hover', async () => {
    const name = 'x/[y](command:workbench.action.quit)**z**<img>';
    await writeExample(
      'bad/hostile.py',
      `import transformers\ntransformers.AutoModel.from_pretrained("${name}")\n`,
    );
    const said = await hoverMarkdown(await openExample('bad/hostile.py'), 'workbench.action');
    assert.doesNotMatch(said, /(^|[^\\])\]\(command:workbench/);
    assert.doesNotMatch(said, /(^|[^\\])<img/);
  });
});

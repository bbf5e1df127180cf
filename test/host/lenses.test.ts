import assert from 'node:assert/strict';
import { type CodeLens, commands, ConfigurationTarget, type InlayHint, Range, workspace } from 'vscode';
import { activated, openExample, rangeOf, writeExample } from './support/example';
import { eventually } from './support/eventually';
import { problemsWhen } from './support/problems';

const id = 'microsoft/layoutlmv3-base';
const source = `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("${id}")\n`;

async function set(key: 'codeLens' | 'inlayHints', value: boolean | undefined): Promise<void> {
  await workspace.getConfiguration('ptmLens').update(key, value, ConfigurationTarget.Workspace);
}

describe('what stands beside the code', () => {
  before(async () => {
    await activated();
    const uri = await writeExample('beside.py', source);
    await openExample('beside.py');
    await problemsWhen(uri, (rules) => rules.includes('license-noncommercial'));
  });

  after(async () => {
    await set('codeLens', undefined);
    await set('inlayHints', undefined);
    await commands.executeCommand('workbench.action.files.saveAll');
  });

  it('is nothing unless the user wants it', async () => {
    const { uri } = await openExample('beside.py');
    assert.deepEqual(await lenses(), []);
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      new Range(0, 0, 9, 0),
    );
    assert.deepEqual(hints, []);
  });

  it('is a line above each model with its licence and downloads, which shows all usages', async () => {
    await set('codeLens', true);
    const document = await openExample('beside.py');
    const [lens] = await eventually('the lens', lenses, (all) => all.length > 0);
    assert.match(lens?.command?.title ?? '', /^CC-BY-NC-SA-4\.0 · restricted · .*downloads a month$/);
    assert.deepEqual(lens?.command?.arguments, [id]);
    assert.equal(lens.range.start.line, rangeOf(document, id).start.line);
  });

  it('is the licence behind the closing quote', async () => {
    await set('inlayHints', true);
    const document = await openExample('beside.py');
    const ask = () =>
      commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new Range(0, 0, 9, 0),
      );
    const [hint] = await eventually('the hint', ask, (all) => all.length > 0);
    assert.equal(hint?.label, 'CC-BY-NC-SA-4.0 · restricted');
    assert.ok(hint.position.isEqual(rangeOf(document, `${id}"`).end));
  });
});

async function lenses(): Promise<CodeLens[]> {
  const { uri } = await openExample('beside.py');
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
}

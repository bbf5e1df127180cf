import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { type CodeAction, commands, type TextDocument, window, workspace } from 'vscode';
import { activated, exampleUri, rangeOf, writeExample } from './support/example';
import { problemsWhen } from './support/problems';

const model = 'facebook/nllb-200-distilled-600M';
const commit = '0123456789abcdef0123456789abcdef01234567';
const path = 'src/support_bot/fixes_probe.py';
const source = `from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

ours = AutoModelForSeq2SeqLM.from_pretrained(
    "${model}",  # translated at night
)
pinned = AutoTokenizer.from_pretrained("${model}", revision="${commit}")
`;

describe('the quick fixes', () => {
  let document: TextDocument;

  before(async () => {
    await activated();
    await writeExample('.ptm-lens.json', '{\n  // ours\n  "rules": { "revision-unpinned": "warning" }\n}\n');
    document = await workspace.openTextDocument(await writeExample(path, source));
    await window.showTextDocument(document);
    await problemsWhen(
      document.uri,
      (rules) => rules.includes('license-noncommercial') && rules.includes('revision-unpinned'),
    );
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(exampleUri(path));
    await workspace.fs.delete(exampleUri('.ptm-lens.json'));
  });

  async function actions(): Promise<CodeAction[]> {
    return commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, model),
    );
  }

  it('offer up to three models that the project may use', async () => {
    const offers = (await actions()).filter(({ title }) => title.startsWith('Switch to '));
    assert.ok(offers.length > 0 && offers.length <= 3, offers.map(({ title }) => title).join());
    for (const { title, edit } of offers) {
      const [[uri, edits] = []] = edit?.entries() ?? [];
      assert.equal(uri?.toString(), document.uri.toString());
      assert.ok(
        edits?.every(({ newText }) => title.includes(newText)),
        title,
      );
    }
  });

  it('open the licence', async () => {
    const open = (await actions()).find(({ title }) => title.startsWith('Open the licence text of '));
    const [address] = (open?.command?.arguments ?? []) as Uri[];
    assert.equal(address?.toString(true), 'https://creativecommons.org/licenses/by-nc/4.0/legalcode');
  });

  it('load a model at the revision at which the project pins it elsewhere', async () => {
    const fix = (await actions()).find(({ title }) => title.startsWith('Load it at '));
    assert.ok(fix?.edit, (await actions()).map(({ title }) => title).join());
    await workspace.applyEdit(fix.edit);
    assert.match(
      document.getText(),
      new RegExp(`"${model}", revision="${commit}", {2}# translated at night`),
    );
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('add an exception to the policy, whose comments stay', async () => {
    const title = 'Add an exception from license-noncommercial to .ptm-lens.json';
    const fix = (await actions()).find((action) => action.title === title);
    assert.ok(fix?.edit && fix.command, (await actions()).map(({ title }) => title).join());
    await workspace.applyEdit(fix.edit);
    const policy = await workspace.openTextDocument(exampleUri('.ptm-lens.json'));
    assert.match(policy.getText(), /\/\/ ours/);
    assert.match(policy.getText(), /"rule": "license-noncommercial"/);
    const { command, arguments: given = [] } = fix.command;
    await commands.executeCommand(command, ...(given as unknown[]));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'why this is all right');
    await policy.save();
    await problemsWhen(document.uri, (rules) => !rules.includes('license-noncommercial'));
  });
});

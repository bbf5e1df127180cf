import assert from 'node:assert/strict';
import { type CompletionList, commands, type DocumentLink, type Location, workspace } from 'vscode';
import { activated, exampleUri, openExample, rangeOf, writeExample } from './support/example';
import { eventually } from './support/eventually';

const forms = 'src/support_bot/forms.py';
const id = 'microsoft/layoutlmv3-base';

describe('what the editor asks of a language', () => {
  before(activated);

  it('links each id to its page on the hub', async () => {
    const document = await openExample(forms);
    const links = await eventually(
      'the links of the file',
      () => commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100),
      (all) => all.some(({ target }) => target?.authority === 'huggingface.co'),
    );
    const link = links.find(({ range }) => document.getText(range) === id);
    assert.equal(link?.target?.toString(true), `https://huggingface.co/${id}`);
  });

  it('finds every use of a model, from the id and from the variable', async () => {
    const document = await openExample(forms);
    for (const text of [id, '(FORM_MODEL)']) {
      const found = await eventually(
        `the references of ${text}`,
        () =>
          commands.executeCommand<Location[]>(
            'vscode.executeReferenceProvider',
            document.uri,
            rangeOf(document, text).start.translate(0, 3),
          ),
        (all) => all.length >= 2,
      );
      const lines = found.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line + 1}`);
      for (const line of ['forms.py:12', 'forms.py:13'])
        assert.ok(lines.includes(line), `${text}: ${lines.join()}`);
    }
  });

  it('completes ids in the call that loads one, and nowhere else', async () => {
    const path = 'completed.py';
    const text =
      'from transformers import AutoModel\nnote = "google-bert/b"\nAutoModel.from_pretrained("google-bert/b")\n';
    await writeExample(path, text);
    const document = await openExample(path);
    const labels = async (line: number) => {
      const at = document.lineAt(line).range.end.translate(0, line === 1 ? -1 : -2);
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await eventually(
      'the ids that begin so',
      () => labels(2),
      (all) => all.includes('google-bert/bert-base-uncased'),
    );
    assert.ok(!(await labels(1)).includes('google-bert/bert-base-uncased'));
    await workspace.fs.delete(exampleUri(path));
  });
});

import { commands, Position, window, workspace, WorkspaceEdit } from 'vscode';
import { activated, exampleUri, openExample, rangeOf, writeExample } from './support/example';
import { eventually } from './support/eventually';
import { problemsOf, problemsWhen } from './support/problems';

const loadsNonCommercial = [
  'from transformers import AutoModel',
  'model = AutoModel.from_pretrained("facebook/dpr-question_encoder-single-nq-base")',
  '',
].join('\n');

const some = (rules: string[]) => rules.length > 0;
const none = (rules: string[]) => rules.length === 0;

describe('a change', () => {
  before(activated);

  it('in an open document counts before it is saved', async () => {
    const uri = await writeExample('edited.py', loadsNonCommercial);
    const document = await openExample('edited.py');
    await window.showTextDocument(document);
    await problemsWhen(uri, some);
    await replace(
      'edited.py',
      'facebook/dpr-question_encoder-single-nq-base',
      'google-bert/bert-base-uncased',
    );
    await problemsWhen(uri, none);
    await replace('edited.py', 'google-bert/bert-base-uncased', 'microsoft/layoutlmv3-base');
    await problemsWhen(uri, some);
    await document.save();
    await remove('edited.py');
  });

  it('in the lines above moves the problem along', async () => {
    const uri = await writeExample('moved.py', loadsNonCommercial);
    await problemsWhen(uri, some);
    const document = await openExample('moved.py');
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(0, 0), '# \u{1F600} one more line\n');
    await workspace.applyEdit(edit);
    const wanted = rangeOf(document, 'facebook/dpr-question_encoder-single-nq-base');
    await eventually(
      'the problem at its new place',
      () => problemsOf(uri).map(({ diagnostic }) => diagnostic.range),
      (ranges) => ranges.some((range) => range.isEqual(wanted)),
    );
    await document.save();
    await remove('moved.py');
  });

  it('on disk counts: a file that comes, is renamed, and goes', async () => {
    const uri = await writeExample('came.py', loadsNonCommercial);
    await problemsWhen(uri, some);
    await workspace.fs.rename(uri, exampleUri('renamed.py'));
    await problemsWhen(exampleUri('renamed.py'), some);
    await problemsWhen(uri, none);
    await workspace.fs.delete(exampleUri('renamed.py'));
    await problemsWhen(exampleUri('renamed.py'), none);
  });
});

async function replace(path: string, written: string, instead: string): Promise<void> {
  const document = await openExample(path);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, written), instead);
  await workspace.applyEdit(edit);
}

async function remove(path: string): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await workspace.fs.delete(exampleUri(path));
  await problemsWhen(exampleUri(path), none);
}

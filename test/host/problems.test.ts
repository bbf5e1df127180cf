import assert from 'node:assert/strict';
import { type CodeAction, commands, DiagnosticSeverity, workspace } from 'vscode';
import { activated, exampleUri, openExample, rangeOf } from './support/example';
import { problemsOf, problemsWhen } from './support/problems';

const paper = 'src/support_bot/retrieval.py';
const paperModel = 'facebook/dpr-question_encoder-single-nq-base';

describe('the problems', () => {
  before(activated);

  it('come for files that nobody opened', async () => {
    const problems = await problemsWhen(
      exampleUri('src/support_bot/pictures.py'),
      (rules) => rules.length >= 2,
    );
    const rules = problems.map(({ rule }) => rule);
    assert.ok(rules.includes('license-incompatible'), `GPL-3.0 in an Apache-2.0 project: ${rules.join()}`);
    assert.ok(rules.includes('license-restricted'), `OpenRAIL: ${rules.join()}`);
  });

  it('mark the characters of the id, and nothing else', async () => {
    const document = await openExample(paper);
    const problems = await problemsWhen(document.uri, (rules) => rules.length > 0);
    const marked = problems.filter(({ message }) => message.includes(paperModel));
    assert.ok(marked.length > 0, JSON.stringify(problems));
    for (const { diagnostic } of marked) {
      assert.deepEqual(diagnostic.range, rangeOf(document, paperModel));
      assert.match(document.getText(diagnostic.range), /^[\w./-]+$/);
    }
  });

  it('warn of a model that may not be used commercially', async () => {
    const problems = await problemsWhen(exampleUri(paper), (rules) => rules.length > 0);
    const warning = problems.find(({ diagnostic }) => diagnostic.severity === DiagnosticSeverity.Warning);
    assert.match(warning?.rule ?? 'none', /^license-(noncommercial|incompatible)$/);
  });

  it('stay away from models that fit', async () => {
    await problemsWhen(exampleUri(paper), (rules) => rules.length > 0);
    assert.deepEqual(problemsOf(exampleUri('src/support_bot/__init__.py')), []);
    const messages = problemsOf(exampleUri('src/support_bot/settings.py')).map(({ message }) => message);
    assert.deepEqual(
      messages.filter((message) => message.includes('all-MiniLM-L6-v2')),
      [],
    );
  });

  it('go when they are suppressed by the quick fix, and come back without it', async () => {
    const document = await openExample(paper);
    const before = await problemsWhen(document.uri, (rules) => rules.length > 0);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, paperModel),
    );
    const ignore = actions.find(({ title }) => /ignore/i.test(title) && /license-/.test(title));
    assert.ok(ignore?.edit, actions.map(({ title }) => title).join());
    await workspace.applyEdit(ignore.edit);
    await problemsWhen(document.uri, (rules) => rules.length < before.length);
    await commands.executeCommand('undo');
    if (document.isDirty) await commands.executeCommand('workbench.action.files.revert');
  });
});

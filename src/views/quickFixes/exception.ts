import type { Uri } from 'vscode';
import { type CodeAction, Position, Range, type TextDocument, workspace, WorkspaceEdit } from 'vscode';
import { type AddedException, addException } from '../../rules/policy/addException';
import { message } from '../../shared/message';
import { localize } from '../words';
import { type Problem, quickFix } from './problem';

/** The file that is made when the folder has no policy. */
const newPolicy = '.ptm-lens.json';

/** An exception is to be thought over again after so many days. */
const days = 90;

/** Adds an exception for this rule and model to the folder's policy, and shows its reason to be written. */
export async function exception(problem: Problem, today: string): Promise<CodeAction[]> {
  const { finding, folder } = problem;
  if (folder.uri === null || finding.model === '') return [];
  const file = folder.inventory.policy.file ?? newPolicy;
  const uri = folder.uriOf(file);
  const document = await existing(uri);
  const added = addException(file, document?.getText() ?? '', {
    rule: finding.rule,
    model: finding.model,
    reason: localize(message('why this is all right')),
    expires: later(today),
  });
  if (!added) return [];
  const action = quickFix(problem, message('Add an exception from {0} to {1}', finding.rule, file));
  action.edit = document ? changed(document, added) : created(uri, added);
  const selection = reasonRange(document?.getText() ?? '', added);
  action.command = { title: action.title, command: 'vscode.open', arguments: [uri, { selection }] };
  return [action];
}

async function existing(uri: Uri): Promise<TextDocument | null> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open) return open;
  try {
    await workspace.fs.stat(uri);
    return await workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}

function changed(document: TextDocument, { changes }: AddedException): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { offset, length, text } of changes) {
    const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
    edit.replace(document.uri, range, text);
  }
  return edit;
}

function created(uri: Uri, { changes }: AddedException): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  edit.insert(uri, new Position(0, 0), changes.map(({ text }) => text).join(''));
  return edit;
}

/** Where the reason will stand. */
function reasonRange(before: string, { changes, reason }: AddedException): Range {
  const after = [...changes]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (text, { offset, length, text: put }) => text.slice(0, offset) + put + text.slice(offset + length),
      before,
    );
  return new Range(positionIn(after, reason.offset), positionIn(after, reason.offset + reason.length));
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n/);
  return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

function later(today: string): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

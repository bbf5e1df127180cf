import { type CodeAction, Position, type TextDocument, WorkspaceEdit } from 'vscode';
import { suppressionAbove } from '../../present/suppression';
import { message } from '../../shared/message';
import { type Problem, quickFix } from './problem';

/** A comment above the line that silences the rule there. */
export function suppression(document: TextDocument, problem: Problem): CodeAction[] {
  const lineText = (line: number) => document.lineAt(line).text;
  const { rule } = problem.finding;
  const { line } = problem.diagnostic.range.start;
  const inserted = suppressionAbove(rule, line, lineText, document.languageId);
  if (!inserted) return [];
  const action = quickFix(problem, message('Ignore {0} here', rule));
  action.edit = new WorkspaceEdit();
  action.edit.insert(document.uri, new Position(inserted.line, 0), inserted.text);
  return [action];
}

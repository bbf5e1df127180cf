import { type CodeAction, WorkspaceEdit } from 'vscode';
import type { Fix } from '../../rules/finding';
import { toEditorRange } from '../positions';
import { type Problem, quickFix } from './problem';

/** The changes of text that the finding itself brings; the first is what most will want. */
export function replacements(problem: Problem): CodeAction[] {
  return problem.finding.fixes.map((fix, index) => replacement(problem, fix, index === 0));
}

export function replacement(
  problem: Problem,
  { title, place, newText }: Fix,
  preferred: boolean,
): CodeAction {
  const action = quickFix(problem, title);
  action.edit = new WorkspaceEdit();
  action.edit.replace(problem.folder.documentOf(place), toEditorRange(place.range), newText);
  action.isPreferred = preferred;
  return action;
}

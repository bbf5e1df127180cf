import { type CodeAction, Range, type TextDocument, WorkspaceEdit } from 'vscode';
import { addRevision, type CallEdit, replaceRevision } from '../../present/pinFix';
import { pinsOf, takesRevision } from '../../rules/revision';
import type { Place } from '../../shared/positions';
import { message } from '../../shared/message';
import { toEditorRange } from '../positions';
import { type Problem, quickFix } from './problem';

/** Loads the model at the revision at which the project pins it elsewhere; nothing where it pins it nowhere, or at several. */
export function pins(document: TextDocument, problem: Problem): CodeAction[] {
  const { finding, folder, used } = problem;
  if ((finding.rule !== 'revision-unpinned' && finding.rule !== 'remote-code') || !used) return [];
  const usages = folder.inventory.current.files.flatMap((file) => file.usages);
  const [commit, ...others] = pinsOf(usages, used.model.id);
  if (commit === undefined || others.length > 0 || !takesRevision(used.entry.usage)) return [];
  const { usage } = used.entry;
  const textAt = ({ range }: Place) => document.getText(toEditorRange(range));
  const place = usage.revision?.place ?? usage.place;
  const edit = usage.revision
    ? replaceRevision(textAt(place), usage.revision.value ?? '', commit)
    : document.languageId === 'python'
      ? addRevision(textAt(place), commit)
      : null;
  return edit ? [pinned(document, problem, place, edit, commit)] : [];
}

function pinned(
  document: TextDocument,
  problem: Problem,
  { range }: Place,
  { start, end, newText }: CallEdit,
  commit: string,
): CodeAction {
  const from = document.offsetAt(toEditorRange(range).start);
  const changed = new Range(document.positionAt(from + start), document.positionAt(from + end));
  const action = quickFix(
    problem,
    message('Load it at {0}, as elsewhere in the project', commit.slice(0, 12)),
  );
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, changed, newText);
  action.isPreferred = true;
  return action;
}

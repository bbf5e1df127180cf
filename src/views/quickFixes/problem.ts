import { CodeAction, CodeActionKind, type Diagnostic } from 'vscode';
import type { ModelRecord } from '../../db/record';
import type { UsageEntry, UsedModel } from '../../rules/context';
import type { Finding } from '../../rules/finding';
import type { Message } from '../../shared/message';
import type { Folder } from '../folder';
import { localize } from '../words';

/** A diagnostic of ours with the finding that it shows. */
export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
  readonly folder: Folder;
  /** The usage and the model that the finding is about; null for one about the project. */
  readonly used: { readonly entry: UsageEntry; readonly model: UsedModel } | null;
}

/** A quick fix for a problem; what it does is for the caller to add. */
export function quickFix({ diagnostic }: Problem, title: Message): CodeAction {
  const action = new CodeAction(localize(title), CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  return action;
}

/** The catalogue's record of the problem's model, or null. */
export function recordOf({ used }: Problem): ModelRecord | null {
  const lookup = used?.model.lookup;
  return lookup && 'record' in lookup ? lookup.record : null;
}

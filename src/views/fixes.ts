import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  Position,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { diagnosticText } from '../present/diagnostic';
import { suppressionAbove } from '../present/suppression';
import type { Finding, Fix } from '../rules/finding';
import { message } from '../shared/message';
import { sourceOf } from './documents';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { diagnosticSource } from './ids';
import { toEditorRange } from './positions';
import { localize } from './words';

/** A diagnostic of ours with the finding that it shows. */
interface Problem {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
  readonly folder: Folder;
}

/** Offers what mends a finding, or silences it. */
export class FindingFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly folders: Folders) {}

  provideCodeActions(document: TextDocument, _range: Range, context: CodeActionContext): CodeAction[] {
    return this.problems(document, context.diagnostics).flatMap((problem) => [
      ...problem.finding.fixes.map((fix, index) => replacement(fix, problem, index === 0)),
      ...suppression(document, problem),
    ]);
  }

  private problems(document: TextDocument, diagnostics: readonly Diagnostic[]): Problem[] {
    const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
    const located = ours.length > 0 ? this.folders.locate((sourceOf(document) ?? document).uri) : null;
    if (!located) return [];
    const { folder, path } = located;
    const findings = folder.inventory.current.files
      .flatMap((entry) => entry.findings)
      .filter(({ place, suppressed }) => place.file === path && !suppressed);
    return ours.flatMap((diagnostic) => {
      const finding = findings.find((each) => isShownBy(each, diagnostic));
      return finding ? [{ diagnostic, finding, folder }] : [];
    });
  }
}

function isShownBy(finding: Finding, { range, message: text }: Diagnostic): boolean {
  return range.isEqual(toEditorRange(finding.place.range)) && text === diagnosticText(finding, localize);
}

function replacement(
  { title, place, newText }: Fix,
  { diagnostic, folder }: Problem,
  preferred: boolean,
): CodeAction {
  const action = new CodeAction(localize(title), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(folder.documentOf(place), toEditorRange(place.range), newText);
  action.diagnostics = [diagnostic];
  action.isPreferred = preferred;
  return action;
}

function suppression(document: TextDocument, { diagnostic, finding }: Problem): CodeAction[] {
  const lineText = (line: number) => document.lineAt(line).text;
  const { rule } = finding;
  const inserted = suppressionAbove(rule, diagnostic.range.start.line, lineText, document.languageId);
  if (!inserted) return [];
  const title = localize(message('Ignore {0} here', rule));
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.insert(document.uri, new Position(inserted.line, 0), inserted.text);
  action.diagnostics = [diagnostic];
  return [action];
}

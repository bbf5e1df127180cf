import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, type Uri } from 'vscode';
import { diagnosticText } from '../present/diagnostic';
import { shown } from '../present/shown';
import type { Finding, RuleId, Severity } from '../rules/finding';
import type { Folder } from './folder';
import { diagnosticSource } from './ids';
import { toEditorRange } from './positions';
import { localize } from './words';

/** What diagnostics are made with. */
export interface DiagnosticOptions {
  /** The page that explains a rule. */
  readonly rulePage: (rule: RuleId) => Uri;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the Problems panel takes it. */
export function toDiagnostic(finding: Finding, folder: Folder, { rulePage }: DiagnosticOptions): Diagnostic {
  const range = toEditorRange(finding.place.range);
  const diagnostic = new Diagnostic(range, diagnosticText(finding, localize), severities[finding.severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: rulePage(finding.rule) };
  diagnostic.relatedInformation = finding.related.map(
    ({ message, place }) =>
      new DiagnosticRelatedInformation(folder.locationOf(place), shown(localize(message), 300)),
  );
  return diagnostic;
}

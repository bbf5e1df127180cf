import { type Diagnostic, languages, type Uri } from 'vscode';
import { eventually } from './eventually';

/** A problem in the words of a test: the rule, and the characters it marks. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly diagnostic: Diagnostic;
}

/** What the extension says in the Problems panel about a file. */
export function problemsOf(uri: Uri): Problem[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'PTM Lens')
    .map((diagnostic) => ({ rule: ruleOf(diagnostic), message: diagnostic.message, diagnostic }));
}

export function problemsWhen(uri: Uri, holds: (rules: string[]) => boolean): Promise<Problem[]> {
  return eventually(
    `the problems of ${uri.path}`,
    () => problemsOf(uri),
    (problems) => holds(problems.map(({ rule }) => rule)),
  );
}

function ruleOf({ code }: Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

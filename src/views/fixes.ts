import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Range,
  type TextDocument,
} from 'vscode';
import type { KnownModels } from '../db/layered';
import type { ModelRecord } from '../db/record';
import { diagnosticText } from '../present/diagnostic';
import type { Finding } from '../rules/finding';
import { samePlace } from '../shared/positions';
import type { Result } from '../shared/result';
import { sourceOf } from './documents';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { diagnosticSource } from './ids';
import { toEditorRange } from './positions';
import { exception } from './quickFixes/exception';
import { openLicense } from './quickFixes/openLicense';
import { pins } from './quickFixes/pin';
import type { Problem } from './quickFixes/problem';
import { replacements } from './quickFixes/replacement';
import { suppression } from './quickFixes/suppression';
import { switches } from './quickFixes/switchModel';
import { localize, today } from './words';

/** What the quick fixes ask. */
export interface FixParts {
  readonly folders: Folders;
  readonly catalogue: () => Promise<Result<KnownModels>>;
}

/** So many of the most downloaded models for a task are looked at for one that fits. */
const considered = 100;

/** Offers what mends a finding, or silences it. */
export class FindingFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  /** The editor asks again whenever the cursor moves. */
  private lastAlternatives: { readonly id: string; readonly records: readonly ModelRecord[] } | null = null;

  constructor(private readonly parts: FixParts) {}

  async provideCodeActions(
    document: TextDocument,
    _range: Range,
    context: CodeActionContext,
  ): Promise<CodeAction[]> {
    const problems = this.problems(document, context.diagnostics);
    if (problems.length === 0) return [];
    const catalogue = await this.parts.catalogue();
    const alternatives = (record: ModelRecord) =>
      catalogue.ok ? this.alternatives(catalogue.value, record) : [];
    const actions = await Promise.all(
      problems.map(async (problem) => [
        ...replacements(problem),
        ...pins(document, problem),
        ...switches(problem, alternatives),
        ...openLicense(problem),
        ...suppression(document, problem),
        ...(await exception(problem, today())),
      ]),
    );
    return actions.flat();
  }

  private alternatives(catalogue: KnownModels, record: ModelRecord): readonly ModelRecord[] {
    const known = this.lastAlternatives;
    if (known?.id === record.id) return known.records;
    const records = catalogue.alternatives(record, considered);
    this.lastAlternatives = { id: record.id, records };
    return records;
  }

  private problems(document: TextDocument, diagnostics: readonly Diagnostic[]): Problem[] {
    const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
    const located = ours.length > 0 ? this.parts.folders.locate((sourceOf(document) ?? document).uri) : null;
    if (!located) return [];
    const { folder, path } = located;
    const findings = folder.inventory.current.files
      .flatMap((entry) => entry.findings)
      .filter(({ place, suppressed }) => place.file === path && !suppressed);
    return ours.flatMap((diagnostic) => {
      const finding = findings.find((each) => isShownBy(each, diagnostic));
      return finding ? [{ diagnostic, finding, folder, used: usedIn(folder, finding) }] : [];
    });
  }
}

function isShownBy(finding: Finding, { range, message: text }: Diagnostic): boolean {
  return range.isEqual(toEditorRange(finding.place.range)) && text === diagnosticText(finding, localize);
}

/** The usage that a finding is about: it names the model, and the finding marks the id, an argument, or the call. */
function usedIn(folder: Folder, { model: id, place }: Finding): Problem['used'] {
  for (const { usages } of folder.inventory.current.files) {
    for (const entry of usages) {
      const { usage, models } = entry;
      const model = models.find((one) => one.id === id);
      if (!model) continue;
      const places = [model.written?.place, usage.place, usage.revision?.place, usage.remoteCode];
      if (places.some((one) => one && samePlace(one, place))) return { entry, model };
    }
  }
  return null;
}

/**
 * The JSON report (DESIGN section 8): stable and versioned. Lines and columns start at 1 here and nowhere else in the
 * program; columns count UTF-16 units, the end is exclusive; arrays are never null.
 */
import type { TraceStep, Usage, WrittenId } from '../analyzer/usage';
import type { FileEntry, Inventory } from '../inventory/types';
import { licenseText } from '../licenses/text';
import type { UsageEntry } from '../rules/context';
import type { Finding } from '../rules/finding';
import type { Localize, Message } from '../shared/message';
import { type Place, samePlace } from '../shared/positions';
import type { ReportInput } from './input';
import { summarizeModels } from './models';

/** Version of the format; it grows when a field changes its meaning. */
export const jsonVersion = 1;

/** The report as plain data, ready for `JSON.stringify`. */
export function jsonReport(input: ReportInput) {
  const rows = jsonRows(input);
  return { ...rows, usages: [...rows.usages], findings: [...rows.findings] };
}

/** The report with its long lists row by row: all of them at once take more memory than the text that is made of them. */
export function jsonRows({ root, inventory, localize }: ReportInput) {
  const say = (text: Message | null) => (text === null ? null : localize(text));
  const steps = new StepRows(localize);
  const rootProject = inventory.projects.find(({ path }) => path === '');
  const findings = [...inventory.projectFindings, ...inventory.files.flatMap(({ findings: all }) => all)];
  return {
    version: jsonVersion,
    root,
    projectLicense: licenseText(rootProject?.license ?? null),
    projects: inventory.projects.map(({ path, license, evidence }) => ({
      path,
      license: licenseText(license),
      source: evidence[0]?.place.file ?? null,
    })),
    files: { scanned: inventory.scanned, skipped: skippedFiles(inventory, localize) },
    usages: mapped(
      inventory.files.flatMap(({ usages }) => usages),
      (entry) => usageRow(entry, say, steps),
    ),
    models: summarizeModels(inventory),
    findings: mapped(
      findings.filter(({ suppressed }) => suppressed === null),
      (finding) => findingRow(finding, say),
    ),
  };
}

function* mapped<Item, Row>(items: readonly Item[], row: (item: Item) => Row): Generator<Row, void> {
  for (const item of items) yield row(item);
}

function skippedFiles(inventory: Inventory, localize: Localize) {
  const problems = inventory.files.flatMap(({ file, problems: all }: FileEntry) =>
    all.map(({ message, place }) => ({
      file,
      reason: localize(message),
      line: place ? lineOf(place) : null,
    })),
  );
  const skipped = inventory.skipped.map(({ file, reason }) => ({
    file,
    reason: localize(reason),
    line: null,
  }));
  return [...skipped, ...problems];
}

function usageRow(
  { usage, models }: UsageEntry,
  say: (text: Message | null) => string | null,
  steps: StepRows,
) {
  // Field by field: a row is made in a third of the time that it takes to spread another into it.
  const { file, cell, line, column, endLine, endColumn } = placeRow(usage.place);
  return {
    file,
    cell,
    line,
    column,
    endLine,
    endColumn,
    loader: usage.loader,
    library: usage.library,
    hub: usage.hub,
    part: usage.part,
    resolution: usage.resolution,
    implicit: usage.implicitModel !== null,
    written: usage.written.map(({ text }) => text),
    ids: usage.written.map(({ place }) => (place ? placeRow(place) : null)),
    models: models.map(({ lookup, id }) => (lookup.answer === 'local' ? null : id)),
    peatmoss: models.map(({ lookup }) => ('record' in lookup ? lookup.record.peatmoss : null)),
    judgements: models.map(({ judgement }) => judgement?.kind ?? null),
    reason: say(usage.reason),
    revision: usage.revision?.value ?? null,
    trace: traceOf(usage).map((step) => steps.of(step)),
  };
}

/** Rows of steps: usages share them. */
class StepRows {
  private readonly rows = new Map<TraceStep, object>();

  constructor(private readonly localize: Localize) {}

  of(step: TraceStep): object {
    let row = this.rows.get(step);
    if (!row) this.rows.set(step, (row = { step: this.localize(step.step), ...startRow(step.place) }));
    return row;
  }
}

/** The steps of the ids, or of the failed resolution; each step once. */
function traceOf({ written, trace }: Usage): readonly TraceStep[] {
  const [first, ...others] = written.flatMap((id: WrittenId) => id.trace);
  if (!first) return trace;
  const distinct = [first];
  for (const step of others) if (!distinct.some((other) => isSameStep(other, step))) distinct.push(step);
  return distinct;
}

function isSameStep(a: TraceStep, b: TraceStep): boolean {
  return a === b || (samePlace(a.place, b.place) && JSON.stringify(a.step) === JSON.stringify(b.step));
}

function findingRow(finding: Finding, say: (text: Message | null) => string | null) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...placeRow(finding.place),
    model: finding.model,
    message: say(finding.message),
    basis: say(finding.basis),
    related: finding.related.map(({ message, place }) => ({ message: say(message), ...placeRow(place) })),
  };
}

function placeRow(place: Place) {
  const { file, cell, range } = place;
  const { start, end } = range;
  return {
    file,
    cell,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function startRow({ file, cell, range }: Place) {
  return { file, cell, line: range.start.line + 1, column: range.start.column + 1 };
}

function lineOf(place: Place): number {
  return place.range.start.line + 1;
}

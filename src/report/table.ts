import type { Usage } from '../analyzer/usage';
import { isLicenseStated } from '../db/record';
import type { FileEntry } from '../inventory/types';
import { licenseText } from '../licenses/text';
import type { UsageEntry, UsedModel } from '../rules/context';
import type { Finding, Severity } from '../rules/finding';
import { type Localize, message } from '../shared/message';
import type { Place } from '../shared/positions';
import { printable } from '../shared/printable';
import type { ReportInput } from './input';
import { summarizeModels } from './models';

/** How a terminal shows emphasis; the identity where there is no terminal. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue', text: string) => string;

const severityColour = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
} as const satisfies Record<Severity, string>;

/** The report for a person at a terminal: usages by file, findings, one line of counts. */
export function tableReport({ root, inventory, localize }: ReportInput, paint: Paint): string {
  const license = licenseText(inventory.projects.find(({ path }) => path === '')?.license ?? null);
  const project = license ?? localize(message('no licence found'));
  const lines = [
    `${paint('bold', printable(root))}  ${localize(message('project licence: {0}', project))}`,
    '',
  ];
  for (const file of inventory.files.filter(({ usages }) => usages.length > 0))
    lines.push(...fileLines(file, localize, paint));
  lines.push(
    ...findingLines(
      [...inventory.projectFindings, ...inventory.files.flatMap((file) => file.findings)],
      localize,
      paint,
    ),
  );
  lines.push(...skippedLines({ root, inventory, localize }, paint));
  lines.push(counts({ root, inventory, localize }));
  return `${lines.join('\n')}\n`;
}

function fileLines({ file, usages }: FileEntry, localize: Localize, paint: Paint): string[] {
  const rows = usages.flatMap((entry) => usageRows(entry, localize));
  return [paint('bold', printable(file)), ...alignRows(rows).map((row) => `  ${row}`), ''];
}

/** Place, what is loaded, its licence and judgement, the loader: one row a model. */
function usageRows({ usage, models }: UsageEntry, localize: Localize): string[][] {
  const place = placeText(usage.place);
  const loader = usage.part === 'weights' ? usage.loader : `${usage.loader} (${usage.part})`;
  if (models.length === 0) {
    return [[place, localize(message('unresolved')), usage.reason ? localize(usage.reason) : '', '', loader]];
  }
  return models.map((model) => [
    place,
    modelText(model, usage, localize),
    licenceText(model, localize),
    model.judgement?.kind ?? '',
    loader,
  ]);
}

function modelText({ id, lookup }: UsedModel, usage: Usage, localize: Localize): string {
  const name = printable(id);
  if (lookup.answer === 'local') return localize(message('{0} (local)', name));
  if (usage.implicitModel !== null) return localize(message('{0} (default)', name));
  return name;
}

function licenceText({ lookup }: UsedModel, localize: Localize): string {
  switch (lookup.answer) {
    case 'found':
      return printable(lookup.record.license?.id ?? '');
    case 'no-license':
      return localize(
        isLicenseStated(lookup.record) ? message('no licence declared') : message('licence not known'),
      );
    case 'not-in-catalog':
      return localize(message('not in the catalogue'));
    case 'local':
      return '';
  }
}

function findingLines(findings: readonly Finding[], localize: Localize, paint: Paint): string[] {
  const shown = findings.filter(({ suppressed }) => suppressed === null);
  if (shown.length === 0) return [];
  const lines = shown.map(({ severity, rule, place, message: text, basis }) => {
    const why = basis ? ` ${paint('dim', printable(localize(basis)))}` : '';
    const where = fileText(place.file, place);
    return `  ${paint(severityColour[severity], severity)} ${where} ${printable(localize(text))}${why} [${rule}]`;
  });
  return [paint('bold', localize(message('Findings'))), ...lines, ''];
}

function skippedLines({ inventory, localize }: ReportInput, paint: Paint): string[] {
  const skipped = inventory.skipped.map(({ file, reason }) => `  ${printable(file)}: ${localize(reason)}`);
  const problems = inventory.files.flatMap(({ file, problems: all }) =>
    all.map(({ message: text, place }) => `  ${fileText(file, place)}: ${localize(text)}`),
  );
  const lines = [...skipped, ...problems];
  return lines.length === 0 ? [] : [paint('bold', localize(message('Problems with files'))), ...lines, ''];
}

function counts({ inventory, localize }: ReportInput): string {
  const usages = inventory.files.flatMap((file) => file.usages);
  const findings = [...inventory.projectFindings, ...inventory.files.flatMap((file) => file.findings)];
  return localize(
    message(
      '{0} files scanned, {1} usages of {2} models, {3} unresolved, {4} findings',
      inventory.scanned,
      usages.length,
      summarizeModels(inventory).length,
      usages.filter(({ usage }) => usage.resolution === 'unresolved').length,
      findings.filter(({ suppressed }) => suppressed === null).length,
    ),
  );
}

/** Cells are counted from 1, as lines are and as people do. */
function placeText({ cell, range }: Place): string {
  const line = `${range.start.line + 1}:${range.start.column + 1}`;
  return cell === null ? line : `cell ${cell + 1}, ${line}`;
}

function fileText(file: string, place: Place | null): string {
  if (!place) return printable(file);
  return `${printable(file)}${place.cell === null ? ':' : ', '}${placeText(place)}`;
}

function alignRows(rows: readonly string[][]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((text, column) => (widths[column] = Math.max(widths[column] ?? 0, text.length)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

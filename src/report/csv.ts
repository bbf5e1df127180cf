import { declaredLicense } from '../licenses/names/declared';
import { licenseText } from '../licenses/text';
import type { UsageEntry, UsedModel } from '../rules/context';
import type { ReportInput } from './input';

const columns = [
  'file',
  'cell',
  'line',
  'column',
  'loader',
  'library',
  'hub',
  'part',
  'resolution',
  'implicit',
  'written',
  'model',
  'answer',
  'license',
  'judgement',
  'revision',
  'reason',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** One row for each model of each usage (RFC 4180, with a header). No cell can become a formula of a spreadsheet. */
export function csvReport({ inventory, localize }: ReportInput): string {
  const rows = inventory.files.flatMap(({ usages }) =>
    usages.flatMap((entry) => rowsOf(entry, entry.usage.reason ? localize(entry.usage.reason) : null)),
  );
  return [
    columns.join(','),
    ...rows.map((row) => columns.map((name) => csvCell(row[name])).join(',')),
    '',
  ].join('\r\n');
}

function rowsOf({ usage, models }: UsageEntry, reason: string | null): Row[] {
  const { place, loader, library, hub, part, resolution } = usage;
  const common = {
    file: place.file,
    cell: place.cell,
    line: place.range.start.line + 1,
    column: place.range.start.column + 1,
    loader,
    library,
    hub,
    part,
    resolution,
    implicit: usage.implicitModel === null ? 'false' : 'true',
    revision: usage.revision?.value ?? null,
    reason,
  };
  if (models.length === 0)
    return [{ ...common, written: null, model: null, answer: null, license: null, judgement: null }];
  return models.map((used) => ({ ...common, ...modelCells(used) }));
}

function modelCells({ written, id, lookup, judgement }: UsedModel) {
  const record = 'record' in lookup ? lookup.record : null;
  return {
    written: written?.text ?? null,
    model: lookup.answer === 'local' ? null : id,
    answer: lookup.answer,
    license: licenseText(declaredLicense(record?.license ?? null)),
    judgement: judgement?.kind ?? null,
  };
}

/** What spreadsheets take for the beginning of a formula, in wide characters too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell of a CSV file. Text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

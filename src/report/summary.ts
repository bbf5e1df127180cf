import type { Inventory } from '../inventory/types';
import { licenseText } from '../licenses/text';
import { type Finding, severities, type Severity } from '../rules/finding';
import type { UsedModel } from '../rules/context';
import { licenseLabel } from '../present/license';
import { type ModelStatus, statusOf, worstStatus } from '../present/modelStatus';
import type { Message } from '../shared/message';
import type { Place } from '../shared/positions';

/** What a summary for people shows of a model: one line, however often it is used. */
export interface ModelLine {
  readonly id: string;
  readonly license: Message;
  readonly status: ModelStatus;
  readonly task: string;
  readonly usages: number;
  /** The first place that loads it. */
  readonly first: Place;
}

/** The models of an inventory, the worst first, then by how often they are used, then by id. */
export function modelLines({ files }: Inventory, rankOf: (status: ModelStatus) => number): ModelLine[] {
  const found = new Map<
    string,
    { model: UsedModel; statuses: Set<ModelStatus>; usages: number; first: Place }
  >();
  for (const { usage, models } of files.flatMap(({ usages }) => usages)) {
    for (const model of new Map(models.map((one) => [one.id, one])).values()) {
      const known = found.get(model.id) ?? { model, statuses: new Set(), usages: 0, first: usage.place };
      known.statuses.add(statusOf(model));
      known.usages++;
      found.set(model.id, known);
    }
  }
  return [...found.values()]
    .map(({ model, statuses, usages, first }) => ({
      id: model.id,
      license: licenseLabel(model.lookup),
      status: worstStatus(statuses) ?? 'unknown',
      task: 'record' in model.lookup ? (model.lookup.record.task ?? '') : '',
      usages,
      first,
    }))
    .sort((a, b) => rankOf(b.status) - rankOf(a.status) || b.usages - a.usages || (a.id < b.id ? -1 : 1));
}

/** The findings that are not silenced, the gravest first, then as the inventory orders them. */
export function shownFindings({ projectFindings, files }: Inventory): Finding[] {
  return [...projectFindings, ...files.flatMap(({ findings }) => findings)]
    .filter(({ suppressed }) => suppressed === null)
    .sort((a, b) => rank(a.severity) - rank(b.severity));
}

/** The findings that a comment or the policy silences. */
export function silencedFindings({ projectFindings, files }: Inventory): Finding[] {
  return [...projectFindings, ...files.flatMap(({ findings }) => findings)].filter(
    ({ suppressed }) => suppressed !== null,
  );
}

/** The licence of the root project, or null. */
export function rootLicense({ projects }: Inventory): string | null {
  return licenseText(projects.find(({ path }) => path === '')?.license ?? null);
}

/** Numbers for the head of a summary. */
export function headCounts(inventory: Inventory) {
  const usages = inventory.files.flatMap((file) => file.usages);
  return {
    files: inventory.scanned,
    usages: usages.length,
    models: new Set(usages.flatMap(({ models }) => models.map(({ id }) => id))).size,
    unresolved: usages.filter(({ usage }) => usage.resolution === 'unresolved').length,
    findings: shownFindings(inventory).length,
    silenced: silencedFindings(inventory).length,
  };
}

/** Where something is, as a reader of a report writes it: `a.py:3:1`, `b.ipynb, cell 3, line 2`. Counted from 1. */
export function whereText({ file, cell, range: { start } }: Place): string {
  return cell === null
    ? `${file}:${start.line + 1}:${start.column + 1}`
    : `${file}, cell ${cell + 1}, line ${start.line + 1}`;
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

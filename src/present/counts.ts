import type { ResolutionKind } from '../analyzer/usage';
import type { Inventory } from '../inventory/types';
import { type Message, message } from '../shared/message';
import { type ModelStatus, statusOf, worstStatus } from './modelStatus';

/** What an inventory comes to. */
export interface Counts {
  /** Distinct models, local ones not counted. */
  readonly models: number;
  readonly usages: number;
  readonly resolutions: Readonly<Record<ResolutionKind, number>>;
  /** Findings of severity warning or error that nothing suppresses. */
  readonly warnings: number;
  readonly worst: ModelStatus | null;
}

/** Counts several inventories as one. */
export function countInventories(inventories: readonly Inventory[]): Counts {
  const resolutions = { resolved: 0, ambiguous: 0, unresolved: 0, local: 0 };
  const models = new Set<string>();
  const statuses = new Set<ModelStatus>();
  const entries = inventories.flatMap(({ files }) => files);
  for (const { usage, models: used } of entries.flatMap(({ usages }) => usages)) {
    resolutions[usage.resolution]++;
    for (const model of used) {
      statuses.add(statusOf(model));
      if (model.lookup.answer !== 'local') models.add(model.id);
    }
  }
  const findings = [...entries, ...inventories.map((each) => ({ findings: each.projectFindings }))];
  return {
    models: models.size,
    usages: Object.values(resolutions).reduce((sum, count) => sum + count, 0),
    resolutions,
    warnings: findings.flatMap((each) => each.findings).filter(isWarning).length,
    worst: worstStatus(statuses),
  };
}

function isWarning({ severity, suppressed }: Inventory['projectFindings'][number]): boolean {
  return suppressed === null && (severity === 'error' || severity === 'warning');
}

/** `14 models`, `1 model`, `no models`. */
export function modelCount(count: number): Message {
  if (count === 0) return message('no models');
  return count === 1 ? message('1 model') : message('{0} models', count);
}

/** `14 usages`, `1 usage`. */
export function usageCount(count: number): Message {
  return count === 1 ? message('1 usage') : message('{0} usages', count);
}

const resolutionCounts: Readonly<Record<ResolutionKind, (count: number) => Message>> = {
  resolved: (count) => message('{0} resolved', count),
  ambiguous: (count) => message('{0} ambiguous', count),
  unresolved: (count) => message('{0} unresolved', count),
  local: (count) => message('{0} local', count),
};

/** `20 resolved`, `1 ambiguous`, …: one message for each resolution that occurs. */
export function resolutionLabels({ resolutions }: Counts): Message[] {
  return (Object.keys(resolutionCounts) as ResolutionKind[])
    .filter((kind) => resolutions[kind] > 0)
    .map((kind) => resolutionCounts[kind](resolutions[kind]));
}

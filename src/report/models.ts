import { isLicenseStated } from '../db/record';
import type { Inventory } from '../inventory/types';
import type { UsedModel } from '../rules/context';

/** One model of the inventory, however often it is used. */
export interface ModelSummary {
  readonly id: string;
  readonly answer: 'found' | 'no-license' | 'not-in-catalog' | 'local';
  readonly hub: string | null;
  readonly license: string | null;
  /** Why `license` is null: the author declares none, or no source speaks of the model's licence. */
  readonly licenseStatus: 'declared' | 'none-declared' | 'not-known';
  readonly downloads: number | null;
  readonly likes: number | null;
  readonly task: string | null;
  readonly library: string | null;
  readonly parameters: number | null;
  readonly baseModels: readonly string[];
  readonly peatmoss: string | null;
  /** Repositories of PeaTMOSS that load it. */
  readonly reuse: number | null;
  readonly usages: number;
}

/** Each model once, by id, with the number of usages that name it. */
export function summarizeModels(inventory: Inventory): ModelSummary[] {
  const summaries = new Map<string, { model: UsedModel; usages: number }>();
  for (const { models } of inventory.files.flatMap(({ usages }) => usages)) {
    const counted = new Set<string>();
    for (const model of models) {
      const key = `${model.lookup.answer} ${model.id}`;
      const known = summaries.get(key);
      if (!known) summaries.set(key, { model, usages: 1 });
      else if (!counted.has(key)) known.usages++;
      counted.add(key);
    }
  }
  return [...summaries.values()]
    .map(({ model, usages }) => summary(model, usages))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function summary({ id, lookup }: UsedModel, usages: number): ModelSummary {
  const record = 'record' in lookup ? lookup.record : null;
  return {
    id,
    answer: lookup.answer,
    hub: record?.hub ?? null,
    license: record?.license?.id ?? null,
    licenseStatus: record?.license
      ? 'declared'
      : record && isLicenseStated(record)
        ? 'none-declared'
        : 'not-known',
    downloads: record?.downloads ?? null,
    likes: record?.likes ?? null,
    task: record?.task ?? null,
    library: record?.library ?? null,
    parameters: record?.parameters ?? null,
    baseModels: record?.baseModels ?? [],
    peatmoss: record?.peatmoss ?? null,
    reuse: record?.reuse ?? null,
    usages,
  };
}

import type { Inventory } from '../inventory/types';
import type { UsedModel } from '../rules/context';
import type { Usage } from '../analyzer/usage';
import type { Hub } from '../shared/hub';

/** One model at one revision, and all places that load it. */
export interface Used {
  readonly model: UsedModel;
  /** Where it is published: as its record says, else as the loader does. */
  readonly hub: Hub;
  /** The revision that the code states, or null. */
  readonly revision: string | null;
  readonly usages: readonly Usage[];
  /** The judgements it got, worst or not: a monorepo may have several. Sorted. */
  readonly judgements: readonly string[];
  /** Rules with a finding on it that is not silenced. Sorted. */
  readonly rules: readonly string[];
}

/** The models of an inventory by id, then revision. Two revisions are two things to a bill of materials. */
export function usedModels({ files }: Inventory): Used[] {
  const found = new Map<
    string,
    { model: UsedModel; hub: Hub; revision: string | null; usages: Usage[]; kinds: Set<string> }
  >();
  for (const { usage, models } of files.flatMap(({ usages }) => usages)) {
    for (const model of models) {
      const revision = usage.revision?.value ?? null;
      const hub = 'record' in model.lookup ? model.lookup.record.hub : usage.hub;
      const key = JSON.stringify([model.id, model.lookup.answer === 'local', hub, revision]);
      const known = found.get(key) ?? { model, hub, revision, usages: [], kinds: new Set() };
      found.set(key, known);
      if (known.usages.at(-1) !== usage) known.usages.push(usage);
      if (model.judgement) known.kinds.add(model.judgement.kind);
    }
  }
  const rules = rulesByModel(files);
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kinds, usages, model, ...one }]) => ({
      ...one,
      model,
      usages,
      judgements: [...kinds].sort(),
      rules: [...(rules.get(model.id) ?? [])].sort(),
    }));
}

function rulesByModel(files: Inventory['files']): Map<string, Set<string>> {
  const rules = new Map<string, Set<string>>();
  for (const { model, rule, suppressed } of files.flatMap(({ findings }) => findings)) {
    if (suppressed) continue;
    rules.set(model, (rules.get(model) ?? new Set()).add(rule));
  }
  return rules;
}

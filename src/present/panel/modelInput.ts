/** What the page of a model is made from, gathered from inventories and catalogue. */
import type { UsageRelation } from '../../analyzer/usage';
import type { Lookup, ModelRecord } from '../../db/record';
import type { Inventory, UsageEntry, UsedModel } from '../../inventory/types';
import { projectOf } from '../../licenses/detect';
import { judge } from '../../licenses/judge';
import type { IntendedUse, Judgement, LicenseName, Relation } from '../../licenses/judgement';
import type { ProjectLicense } from '../../licenses/project';
import { relationOf } from '../../rules/evaluate';
import { modelLicense } from '../../rules/modelLicense';
import { defaultPolicy, type Policy } from '../../rules/policy/policy';
import type { Hub } from '../../shared/hub';
import { type BaseModel, baseModelsOf } from './baseModels';

/** What a panel asks of the catalogue. */
export interface PanelCatalogue {
  /** The record of a model id, or null. */
  record(id: string): ModelRecord | null;
  lookup(id: string, hub: Hub): Lookup;
  alternatives(record: ModelRecord, limit: number): readonly ModelRecord[];
}

/** A workspace folder as a panel sees it. */
export interface PanelFolder {
  readonly key: string;
  readonly name: string;
  readonly inventory: Inventory;
  readonly policy: Policy;
  /** The usages of the model that the panel is about. */
  readonly usages: readonly UsageEntry[];
}

/** The judgement for one project and one way of using the model. */
export interface JudgedProject {
  readonly folder: string;
  readonly folderName: string;
  readonly project: ProjectLicense | null;
  readonly license: LicenseName;
  /** Why the policy states another licence than the record, or null where it does not. */
  readonly correction: string | null;
  readonly relation: Relation;
  readonly relationFrom: 'code' | 'policy' | 'assumed';
  readonly use: IntendedUse | null;
  readonly judgement: Judgement;
}

export interface ModelUsage {
  readonly folder: string;
  readonly entry: UsageEntry;
  readonly model: UsedModel;
}

export interface Alternative {
  readonly record: ModelRecord;
  readonly judgement: Judgement;
}

export interface ModelInput {
  readonly id: string;
  readonly hub: Hub;
  readonly lookup: Lookup;
  /** One for each project that uses it; for a model that nobody uses, the projects at the roots. Empty for a local model. */
  readonly projects: readonly JudgedProject[];
  readonly usages: readonly ModelUsage[];
  readonly bases: readonly BaseModel[];
  readonly alternatives: readonly Alternative[];
  /** The text of its card, where it is kept on this machine. */
  readonly cardText: string | null;
}

/** Alternatives that are looked at, and that are shown. */
const considered = 40;
const offered = 8;

/** Gathers all that the page of a model says. */
export function collectModel(
  { id, hub }: { readonly id: string; readonly hub: Hub },
  folders: readonly PanelFolder[],
  catalogue: PanelCatalogue | null,
): ModelInput {
  const usages = folders.flatMap(({ key, usages }) =>
    usages.flatMap((entry) => {
      const model = entry.models.find((each) => each.id === id);
      return model ? [{ folder: key, entry, model }] : [];
    }),
  );
  const lookup = usages[0]?.model.lookup ??
    catalogue?.lookup(id, hub) ?? { answer: 'not-in-catalog', written: id, asOf: '' };
  const record = 'record' in lookup ? lookup.record : null;
  const projects = lookup.answer === 'local' ? [] : judgedProjects(id, record, folders);
  const ask = (other: ModelRecord) => judgeLike(other, projects[0], folders[0]?.policy ?? null);
  return {
    id,
    hub: record?.hub ?? usages[0]?.entry.usage.hub ?? hub,
    lookup,
    projects,
    usages,
    bases: record && catalogue ? baseModelsOf(record, (base) => catalogue.record(base), ask) : [],
    alternatives: record && catalogue ? alternativesTo(record, catalogue, ask) : [],
    cardText: null,
  };
}

function judgedProjects(
  id: string,
  record: ModelRecord | null,
  folders: readonly PanelFolder[],
): JudgedProject[] {
  const used = folders.filter(({ usages }) => usages.length > 0);
  const found = new Map<string, JudgedProject>();
  for (const folder of used.length > 0 ? used : folders) {
    const { key, inventory, policy, usages } = folder;
    const ways =
      usages.length > 0
        ? usages.map(({ usage }) => ({ file: usage.place.file, shown: usage.relation }))
        : [{ file: '', shown: 'referenced' as const }];
    for (const { file, shown } of ways) {
      const project = projectOf(inventory.projects, file);
      const way = `${key}\n${project?.path ?? ''}\n${shown}`;
      if (!found.has(way)) found.set(way, judgedFor(id, record, folder, project, shown, policy));
    }
  }
  return [...found.values()];
}

function judgedFor(
  id: string,
  record: ModelRecord | null,
  { key, name }: PanelFolder,
  project: ProjectLicense | null,
  shown: UsageRelation,
  policy: Policy,
): JudgedProject {
  const license = modelLicense(id, record, policy);
  const relation = relationOf({ relation: shown }, policy);
  const { use } = policy;
  const correction = policy.corrections.find(({ license: stated }) => stated === license);
  return {
    folder: key,
    folderName: name,
    project,
    license,
    correction: correction?.reason ?? null,
    relation,
    relationFrom: shown !== 'referenced' ? 'code' : policy.relation ? 'policy' : 'assumed',
    use,
    judgement: judge({ model: license, project: project?.license ?? null, relation, use }),
  };
}

/** The judgement of another model, used as this one is. */
function judgeLike(record: ModelRecord, like: JudgedProject | undefined, policy: Policy | null): Judgement {
  const model = modelLicense(record.id, record, policy ?? defaultPolicy);
  const { project, relation = 'referenced', use = null } = like ?? {};
  return judge({ model, project: project?.license ?? null, relation, use });
}

/** Models for the same task and library, those that fit first, then as the catalogue has them: most downloaded first. */
function alternativesTo(
  record: ModelRecord,
  catalogue: PanelCatalogue,
  ask: (other: ModelRecord) => Judgement,
): Alternative[] {
  const all = catalogue
    .alternatives(record, considered)
    .map((other) => ({ record: other, judgement: ask(other) }));
  const fits = ({ judgement }: Alternative) => judgement.kind === 'compatible';
  return [...all.filter(fits), ...all.filter((each) => !fits(each))].slice(0, offered);
}

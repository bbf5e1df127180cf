import type { FileFacts, Usage, WrittenId } from '../analyzer/usage';
import type { LocalCard, Lookup } from '../db/record';
import { judge } from '../licenses/judge';
import type { Judgement } from '../licenses/judgement';
import { projectOf } from '../licenses/detect';
import type { ProjectLicense } from '../licenses/project';
import type { CatalogueView, UsageEntry, UsedModel } from '../rules/context';
import { evaluateInSteps, relationOf } from '../rules/evaluate';
import { modelLicense } from '../rules/modelLicense';
import type { Policy } from '../rules/policy/policy';
import type { Models } from './rememberedLookups';
import type { FileEntry } from './types';

/** What a file's facts are described with. */
export interface DescriptionContext {
  /** Null when it could not be opened: then no model is known. */
  readonly catalogue: Models | null;
  readonly projects: readonly ProjectLicense[];
  /** The card of the local model that a file names by a path. */
  readonly localCard: (file: string, path: string) => LocalCard | null;
  readonly policy: Policy;
  readonly today: string;
}

/** Whether there is anything to tell of a file. */
export function tellsSomething({ usages, problems }: FileFacts): boolean {
  return usages.length > 0 || problems.length > 0;
}

/**
 * Usages of a file -> models, judgements, findings, in steps of a model each: a file may name hundreds. Comes to undefined when
 * there is nothing to tell of the file.
 */
export function* describeFile(
  facts: FileFacts,
  context: DescriptionContext,
): Generator<undefined, FileEntry | undefined> {
  if (!tellsSomething(facts)) return undefined;
  const { catalogue, policy, today } = context;
  const project = projectOf(context.projects, facts.file);
  const usages: UsageEntry[] = [];
  for (const usage of facts.usages) usages.push(yield* describeUsage(usage, project, context));
  const input = { facts, usages, project, policy, catalogue: viewOf(catalogue), today };
  const findings = yield* evaluateInSteps(input);
  return { file: facts.file, usages, findings, problems: facts.problems };
}

function* describeUsage(
  usage: Usage,
  project: ProjectLicense | null,
  context: DescriptionContext,
): Generator<undefined, UsageEntry> {
  const named: (WrittenId | null)[] = usage.implicitModel === null ? [...usage.written] : [null];
  const models: UsedModel[] = [];
  for (const written of named) {
    models.push(describeModel(usage, written, project, context));
    yield;
  }
  return { usage, models };
}

function describeModel(
  usage: Usage,
  written: WrittenId | null,
  project: ProjectLicense | null,
  context: DescriptionContext,
): UsedModel {
  const text = written?.text ?? usage.implicitModel ?? '';
  if (usage.resolution === 'local') {
    const card = context.localCard(usage.place.file, text);
    return { written, lookup: { answer: 'local', path: text, card }, id: text, judgement: null };
  }
  const lookup = lookUp(usage, text, context.catalogue);
  const id = 'record' in lookup ? lookup.record.id : text;
  return { written, lookup, id, judgement: judgeModel(usage, lookup, id, project, context.policy) };
}

function lookUp(usage: Usage, written: string, catalogue: Models | null): Lookup {
  const { hub, library } = usage;
  return catalogue?.lookup({ hub, library, written }) ?? { answer: 'not-in-catalog', written, asOf: '' };
}

function judgeModel(
  usage: Usage,
  lookup: Lookup,
  id: string,
  project: ProjectLicense | null,
  policy: Policy,
): Judgement {
  return judge({
    model: modelLicense(id, 'record' in lookup ? lookup.record : null, policy),
    project: project?.license ?? null,
    relation: relationOf(usage, policy),
    use: policy.use,
  });
}

function viewOf(catalogue: Models | null): CatalogueView {
  return {
    record: (id) => {
      const lookup = catalogue?.lookup({ hub: 'huggingface', library: '', written: id });
      return lookup && 'record' in lookup ? lookup.record : null;
    },
    near: (id) => catalogue?.near(id) ?? null,
  };
}

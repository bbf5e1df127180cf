/** What rules look at: a file's usages with the models they name, the project's licence, the policy, and what the catalogue can add. */
import type { FileFacts, Usage, WrittenId } from '../analyzer/usage';
import type { Lookup, ModelRecord } from '../db/record';
import type { Judgement } from '../licenses/judgement';
import type { ProjectLicense } from '../licenses/project';
import type { Policy } from './policy/policy';

/** One model that a usage names, after look-up and judgement. */
export interface UsedModel {
  /** Null for an implicit model, which the source does not write. */
  readonly written: WrittenId | null;
  readonly lookup: Lookup;
  /** The model id: the record's, else the written id; the path of a local model. */
  readonly id: string;
  /** Null for local models. */
  readonly judgement: Judgement | null;
}

/** A usage with what is known of the models it names. */
export interface UsageEntry {
  readonly usage: Usage;
  readonly models: readonly UsedModel[];
}

/** What rules may ask about models that the file does not name. */
export interface CatalogueView {
  /** The record of a model id, or null when the catalogue does not have it. */
  record(id: string): ModelRecord | null;
  /** An id near to one that the catalogue does not have, or null. */
  near(id: string): string | null;
}

/** All that the rules need to judge one file. */
export interface FileInput {
  readonly facts: Pick<FileFacts, 'file' | 'suppressions'>;
  readonly usages: readonly UsageEntry[];
  /** The nearest project's licence; null when the workspace has no project at all. */
  readonly project: ProjectLicense | null;
  readonly policy: Policy;
  readonly catalogue: CatalogueView;
  /** ISO date (`2026-11-21`): exceptions and suppressions may expire. */
  readonly today: string;
}

/** All that the rules need to judge a folder as a whole. */
export interface ProjectInput {
  readonly projects: readonly ProjectLicense[];
  readonly policy: Policy;
  /** ISO date: exceptions may expire. */
  readonly today: string;
  /** Sorted by path. */
  readonly files: readonly { readonly file: string; readonly usages: readonly UsageEntry[] }[];
}

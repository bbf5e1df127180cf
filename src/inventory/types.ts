import type { FileProblem, Usage, WrittenId } from '../analyzer/usage';
import type { Lookup } from '../db/record';
import type { Judgement } from '../licenses/judgement';
import type { ProjectLicense } from '../licenses/project';
import type { Finding } from '../rules/finding';
import type { SkippedFile } from '../shared/host';

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

/** One file's part of the inventory. */
export interface FileEntry {
  readonly file: string;
  readonly usages: readonly UsageEntry[];
  readonly findings: readonly Finding[];
  readonly problems: readonly FileProblem[];
}

/** All usages, models and findings of one workspace folder at one moment. Immutable; files sorted by path. */
export interface Inventory {
  /** Files that hold a usage, a finding or a problem. */
  readonly files: readonly FileEntry[];
  readonly projects: readonly ProjectLicense[];
  /** Findings on the project itself (no licence, a conflict, a broken policy). */
  readonly projectFindings: readonly Finding[];
  readonly scanned: number;
  readonly skipped: readonly SkippedFile[];
}

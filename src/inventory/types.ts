import type { FileProblem } from '../analyzer/usage';
import type { ProjectLicense } from '../licenses/project';
import type { UsageEntry } from '../rules/context';
import type { Finding } from '../rules/finding';
import type { SkippedFile } from '../shared/host';

export type { UsageEntry, UsedModel } from '../rules/context';

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

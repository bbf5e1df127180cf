import type { Inventory } from '../inventory/types';
import type { Localize } from '../shared/message';
import type { Baseline } from './baseline';

/** What a report is made of: nothing else goes into it, so the same input gives the same bytes. */
export interface ReportInput {
  /** Absolute path (or URI) of the scanned folder. */
  readonly root: string;
  readonly inventory: Inventory;
  readonly localize: Localize;
  /** Findings that are known; null without a baseline. Reports that can tell old from new do. */
  readonly baseline?: Baseline | null;
  /** When it is made, for formats that cannot do without: an ISO time in UTC with seconds. */
  readonly created?: string;
  /** The work tree of version control that the root lies in, where it is not the root: services count paths from there. */
  readonly repository?: string;
}

/** The last part of a path: the name that people know a project by. */
export function projectName({ root }: Pick<ReportInput, 'root'>): string {
  return (
    root
      .split(/[/\\]/)
      .filter((part) => part !== '')
      .at(-1) ?? 'project'
  );
}

import type { Result } from '../../shared/result';
import type { BuildProgress } from '../buildProgress';

/** What the process that builds catalogues is told first. */
export interface BuildJob {
  /** The folder of the bundles. */
  readonly dist: string;
  /** The file to write; its search index comes beside it, and both are sealed. */
  readonly output: string;
  readonly task: BuildTask;
}

export type BuildTask =
  /** A catalogue of `KIND:PATH`, as `ptm-lens catalog build --from` takes it; the token is for the hub. */
  | { readonly kind: 'catalogue'; readonly from: string; readonly token: string | null }
  /** A catalogue file as it is. */
  | { readonly kind: 'copy'; readonly of: string };

/** All that it is told. */
export type BuildOrder = BuildJob | 'stop';

/** What it says: how far it is, and at last how it went. */
export type BuildNews =
  | { readonly kind: 'progress'; readonly stage: Parameters<BuildProgress>[0]; readonly done: number }
  | { readonly kind: 'end'; readonly result: Result<null> };

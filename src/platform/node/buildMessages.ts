import type { Result } from '../../shared/result';

/** What the process that builds catalogues is told first. */
export interface BuildJob {
  /** The folder of the bundles. */
  readonly dist: string;
  /** `KIND:PATH`, as `ptm-lens catalog build --from` takes it. */
  readonly from: string;
  readonly output: string;
  readonly token: string | null;
}

/** All that it is told. */
export type BuildOrder = BuildJob | 'stop';

/** What it says: how many models it has read or written, and at last how it went. */
export type BuildNews =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'end'; readonly result: Result<null> };

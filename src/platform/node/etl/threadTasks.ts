import type { Run } from '../../../db/etl/runs';

/** What a thread that helps a build is started for. */
export type ThreadTask =
  /** Unpacks a file: posts its chunks, each but the first few when it is asked for `more`. */
  | { readonly kind: 'unpack'; readonly file: string }
  /** Makes the search index of the models whose statements lie in a spill, while the catalogue is written. */
  | { readonly kind: 'index'; readonly spill: string; readonly runs: readonly Run[] };

/** What the index lacks until the catalogue is written. */
export interface IndexEnd {
  readonly stamp: string;
  /** All texts in the order of their numbers, each ended by `textEnd`: one long text crosses quicker than many. */
  readonly texts: string;
  /** Where to write the index. */
  readonly output: string;
}

/** No text holds it: control characters are left out. */
export const textEnd = '\0';

/** Chunks that a thread posts before it is asked for more. */
export const chunksAhead = 16;

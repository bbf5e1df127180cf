import type { QueryRows } from '../../db/sql/query';
import type { Result } from '../../shared/result';

/** What a query thread is asked. */
export interface QueryQuestion {
  readonly number: number;
  readonly sql: string;
  readonly maxRows: number;
}

export interface QueryAnswer {
  readonly number: number;
  readonly answer: Result<QueryRows>;
}

/** What a query thread is started with. */
export interface QuerySetup {
  /** The folder of the bundles. */
  readonly dist: string;
  /** The folder of the user's own catalogues. */
  readonly layers: string;
}

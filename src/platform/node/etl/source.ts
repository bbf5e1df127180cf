import type { AliasRow } from '../../../db/etl/load';
import type { Statement } from '../../../db/etl/statement';
import type { Source } from '../../../db/record';

/** What an extractor hands on. */
export interface Extracted {
  readonly source: Source;
  /** The one intermediate record, as it is read; nothing is read before the first is asked for. */
  readonly statements: AsyncIterable<Statement>;
  /** Names that lead to models, where the source has them. */
  readonly aliases?: readonly AliasRow[];
  /** Lines or rows that were no record, so far. */
  readonly passed: { readonly count: number };
}

/** A source, and what to do when the catalogue is written. */
export interface OpenedSource extends Extracted {
  readonly done?: () => void;
}

/** What one source says of one model, before the sources are merged. */
import type { Facts } from '../../src/db/etl/statement';
import type { FactGroup } from '../../src/db/record';
import type { Hub } from '../../src/shared/hub';

/** Codes of the sources in `data/models.tsv`; names, dates and links stand in `data/sources.tsv`. */
export type SourceCode =
  | 'pm'
  | 'pmr'
  | 'h22'
  | 'h24'
  | 'lb1'
  | 'lb2'
  | 'mteb'
  | 'timm'
  | 'spacy'
  | 'pth'
  | 'nexus'
  | 'llmfit'
  | 'track'
  | 'pmc';

/** One source's word on one model. */
export interface Statement {
  readonly id: string;
  readonly hub: Hub;
  readonly source: SourceCode;
  readonly facts: Facts;
}

/** The groups that sources state; cards are a table of their own. */
export const statedGroups = [
  'license',
  'popularity',
  'description',
  'architectures',
  'parameters',
  'reuse',
] as const satisfies readonly FactGroup[];

/** Merges what the sources say of each model: for each fact group one source wins, by the table below. */
import type { FactGroup } from '../../src/db/record';
import type { Hub } from '../../src/shared/hub';
import type { Facts } from '../../src/db/etl/statement';
import { type SourceCode, type Statement, statedGroups } from './facts';

/** What is known of one model, and whose word it is. */
export interface Merged {
  readonly id: string;
  readonly hub: Hub;
  readonly facts: Facts;
  readonly sources: Partial<Record<FactGroup, SourceCode>>;
}

/**
 * Whose word counts, best first. For the licence the hub's records come first, newest first: they hold what the author
 * declared, while a list's word is the list's (MTEB has MIT for models whose cards say CC-BY-NC). For the rest the newest
 * is best. A source that is not named for a group is not asked for it.
 */
const precedence: Readonly<Record<(typeof statedGroups)[number], readonly SourceCode[]>> = {
  license: ['nexus', 'lb2', 'h24', 'lb1', 'pm', 'h22', 'timm', 'spacy', 'mteb', 'pmr'],
  popularity: ['llmfit', 'nexus', 'h24', 'pm', 'h22'],
  description: ['nexus', 'h24', 'spacy', 'h22', 'pth', 'timm', 'mteb', 'llmfit'],
  architectures: ['nexus', 'lb2', 'lb1', 'h22', 'timm'],
  parameters: ['mteb', 'timm', 'track', 'llmfit', 'lb2', 'lb1'],
  reuse: ['pm'],
};

/** Statements on one model -> one record; `id` is the hub's present spelling. */
export function merge(id: string, hub: Hub, statements: readonly Statement[]): Merged {
  const facts: Record<string, unknown> = {};
  const sources: Partial<Record<FactGroup, SourceCode>> = {};
  for (const group of statedGroups) {
    const winner = best(statements, group);
    if (!winner) continue;
    facts[group] = winner.facts[group];
    sources[group] = winner.source;
  }
  const silent = sources.license ? undefined : whoSaysThereIsNone(statements);
  if (silent) sources.license = silent.source;
  return { id, hub, facts: facts as Facts, sources };
}

/** A hub record without a licence says that none is declared; a source that has no licences says nothing. */
function whoSaysThereIsNone(statements: readonly Statement[]): Statement | undefined {
  const ranks = precedence.license;
  return statements
    .filter(({ facts }) => facts.license === null)
    .sort((a, b) => ranks.indexOf(a.source) - ranks.indexOf(b.source))[0];
}

function best(statements: readonly Statement[], group: (typeof statedGroups)[number]): Statement | undefined {
  const ranks = precedence[group];
  return statements
    .filter(
      ({ source, facts }) => ranks.includes(source) && facts[group] !== undefined && facts[group] !== null,
    )
    .sort((a, b) => ranks.indexOf(a.source) - ranks.indexOf(b.source))[0];
}

/** Merges what the sources say of each model: for each fact group one source wins, by the table below. */
import type { FactGroup } from '../../src/db/record';
import type { Hub } from '../../src/shared/hub';
import { type Facts, type SourceCode, type Statement, statedGroups } from './facts';

/** What is known of one model, and whose word it is. */
export interface Merged {
  readonly id: string;
  readonly hub: Hub;
  readonly facts: Facts;
  readonly sources: Partial<Record<FactGroup, SourceCode>>;
}

/**
 * Whose word counts, best first. Hub records are what the author declared, newest first; a package's own word comes
 * where the hub has none. A source that is not named for a group is not asked for it.
 */
const precedence: Readonly<Record<(typeof statedGroups)[number], readonly SourceCode[]>> = {
  license: ['nexus', 'mteb', 'timm', 'lb2', 'h24', 'lb1', 'pm', 'h22', 'spacy', 'pmr'],
  popularity: ['llmfit', 'nexus', 'h24', 'pm', 'h22'],
  description: ['nexus', 'h24', 'spacy', 'h22', 'pth', 'llmfit'],
  architectures: ['nexus', 'lb2', 'lb1', 'h22'],
  parameters: ['mteb', 'llmfit', 'timm', 'track', 'lb2', 'lb1'],
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
  return { id, hub, facts: facts as Facts, sources };
}

function best(statements: readonly Statement[], group: (typeof statedGroups)[number]): Statement | undefined {
  const ranks = precedence[group];
  return statements
    .filter(({ source, facts }) => ranks.includes(source) && facts[group] !== undefined && facts[group] !== null)
    .sort((a, b) => ranks.indexOf(a.source) - ranks.indexOf(b.source))[0];
}

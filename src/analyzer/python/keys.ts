import type { SyntaxNode } from '../syntax';
import { ScopeIndexer } from './scopes';

/** The look-ups of a module's index, by what is looked for; `any` is for what looks at everything. */
export const keyOf = {
  bindings: (name: string) => `b:${name}`,
  members: (name: string) => `m:${name}`,
  reads: (name: string) => `r:${name}`,
  calls: (name: string) => `c:${name}`,
  mutations: (name: string) => `u:${name}`,
  definitions: (name: string) => `d:${name}`,
  stars: 's:',
  classes: 'k:',
  any: '*',
} as const;

/** The name in a key of the look-ups that go through whole bodies; null for another key. */
export function nameIn(key: string): string | null {
  return /^[mrcud]:/.test(key) ? key.slice(2) : null;
}

/** Adds the keys of all look-ups that find something in a statement. */
export function keysIn(statement: SyntaxNode, text: string, keys: Set<string>): void {
  const indexer = new ScopeIndexer({ ...statement, parent: null, children: [statement] }, text);
  indexer.index([statement], indexer.module);
  const tables = [
    [keyOf.bindings, indexer.module.bindings],
    [keyOf.members, indexer.members],
    [keyOf.reads, indexer.reads],
    [keyOf.calls, indexer.callsByName],
    [keyOf.mutations, indexer.mutations],
    [keyOf.definitions, indexer.definitions],
  ] as const;
  for (const [key, table] of tables) for (const name of table.keys()) keys.add(key(name));
  if (indexer.starImports.length > 0) keys.add(keyOf.stars);
  if ([...indexer.scopes.keys()].some(({ type }) => type === 'class_definition')) keys.add(keyOf.classes);
}

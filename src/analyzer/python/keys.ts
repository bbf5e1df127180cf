import type { Exchange } from './memberExchange';
import { indexAlone, type ScopeIndexer } from './scopes';
import { type Scope, type ScopeKind } from './scope';

/** The look-ups of a module's index, by what is looked for; `any` is for what looks at everything. */
export const keyOf = {
  bindings: (name: string) => `b:${name}`,
  members: (name: string) => `m:${name}`,
  reads: (name: string) => `r:${name}`,
  calls: (name: string) => `c:${name}`,
  mutations: (name: string) => `u:${name}`,
  definitions: (name: string) => `d:${name}`,
  /** What stands in a class under a name, any class; '' for all of it. */
  attributes: (name: string) => `a:${name}`,
  stars: 's:',
  classes: 'k:',
  any: '*',
} as const;

/** The name in a key of the look-ups that go through whole bodies; null for another key. */
export function nameIn(key: string): string | null {
  return /^[mrcud]:/.test(key) ? key.slice(2) : null;
}

/** Whether a key is one of functions and classes. */
export function isOfDefinitions(key: string): boolean {
  return key === keyOf.classes || key.startsWith('d:');
}

/** Adds the keys of all look-ups that find something in what is indexed: statements that stand in a scope of this kind. */
export function addKeys(indexed: ScopeIndexer, within: ScopeKind, keys: Set<string>): void {
  const scopes = [...indexed.scopes.values()];
  const global = new Set(scopes.flatMap(({ declared }) => [...declared.keys()]));
  for (const name of indexed.module.bindings.keys())
    if (within === 'module' || global.has(name)) keys.add(keyOf.bindings(name));
  const isClass = ({ kind }: Scope) => (kind === 'module' ? within : kind) === 'class';
  for (const { bindings } of scopes.filter(isClass))
    for (const name of ['', ...bindings.keys()]) keys.add(keyOf.attributes(name));
  const tables = [
    [keyOf.members, indexed.members],
    [keyOf.reads, indexed.reads],
    [keyOf.calls, indexed.callsByName],
    [keyOf.mutations, indexed.mutations],
    [keyOf.definitions, indexed.definitions],
  ] as const;
  for (const [key, table] of tables) for (const name of table.keys()) keys.add(key(name));
  if (indexed.starImports.length > 0) keys.add(keyOf.stars);
  if (scopes.some(({ kind }) => kind === 'class')) keys.add(keyOf.classes);
}

/** The keys of what differs in a function's body. */
export function keysOf({ gone, added }: Exchange, before: string, after: string): ReadonlySet<string> {
  const keys = new Set<string>();
  addKeys(indexAlone(gone, before), 'function', keys);
  addKeys(indexAlone(added, after), 'function', keys);
  return keys;
}

import type { Inventory, UsageEntry, UsedModel } from '../../inventory/types';

/** One workspace folder's inventory, with the key and the name of the folder. */
export interface FolderView {
  readonly key: string;
  readonly name: string;
  readonly inventory: Inventory;
}

/** A usage and one model it names: an ambiguous usage occurs once for each; an unresolved one once, with none. */
export interface Occurrence {
  readonly folder: string;
  readonly entry: UsageEntry;
  readonly model: UsedModel | null;
}

/** All occurrences of a folder, by file and place. */
export function occurrencesOf({ key, inventory }: FolderView): Occurrence[] {
  return inventory.files.flatMap(({ usages }) =>
    usages.flatMap((entry): Occurrence[] =>
      entry.models.length === 0
        ? [{ folder: key, entry, model: null }]
        : entry.models.map((model) => ({ folder: key, entry, model })),
    ),
  );
}

/** Puts things with the same key together; the order of first appearance is kept. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Groups in the order of their keys, letters before case. */
export function sortedGroups<T>(groups: ReadonlyMap<string, T[]>): [string, T[]][] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...groups].sort(([a], [b]) => compare(a, b) || (a < b ? -1 : 1));
}

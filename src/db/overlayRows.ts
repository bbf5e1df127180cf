import type { Catalogue } from './catalogue';
import type { LookedUp } from './hub/lookUp';
import type { AliasMatch, ModelRecord } from './record';
import type { AliasRow } from './etl/load';

/** All that a small catalogue holds. */
export interface CatalogueRows {
  readonly records: readonly ModelRecord[];
  readonly aliases: readonly AliasRow[];
}

const everything = Number.MAX_SAFE_INTEGER;

/** Reads a small catalogue back whole. */
export function readRows(catalogue: Catalogue): CatalogueRows {
  const records = catalogue.search({ limit: everything });
  const hubs = new Map(records.map(({ id, hub }) => [id, hub]));
  const sql = 'SELECT alias, library, kind, model FROM aliases';
  const asked = catalogue.query(sql, { maxRows: everything });
  const aliases = (asked.ok ? asked.value.rows : []).map(([alias, library, kind, model]) => ({
    alias: String(alias),
    library: String(library),
    kind: kind as AliasMatch['kind'],
    id: String(model),
    hub: hubs.get(String(model)) ?? 'huggingface',
  }));
  return { records, aliases };
}

/** With new finds in place of older ones of the same model. */
export function withFound({ records, aliases }: CatalogueRows, found: readonly LookedUp[]): CatalogueRows {
  const fresh = found.map(({ record }) => record).reverse();
  // The writer keeps the first of several: newest first.
  return {
    records: distinct([...fresh, ...records], ({ hub, id }) => `${hub} ${id.toLowerCase()}`),
    aliases: distinct(
      [...found.flatMap((each) => each.aliases).reverse(), ...aliases],
      ({ library, alias }) => `${library} ${alias.toLowerCase()}`,
    ),
  };
}

/** The first of each key, sorted by it: the same finds give the same bytes, in whatever order they came. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

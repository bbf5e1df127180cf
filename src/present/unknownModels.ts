import { hubIdsOf } from '../db/hub/lookUp';
import { isLicenseStated, type Lookup } from '../db/record';
import type { Inventory } from '../inventory/types';
import type { ModelReference } from '../shared/hub';

/** The models of inventories that the catalogue does not have and a hub could: each once, in the order of the code. */
export function unknownModels(inventories: readonly Inventory[]): ModelReference[] {
  const found = new Map<string, ModelReference>();
  for (const { usage, models } of inventories.flatMap(({ files }) => files.flatMap(({ usages }) => usages))) {
    for (const { lookup } of models) {
      if (lookup.answer !== 'not-in-catalog') continue;
      const reference = { hub: usage.hub, library: usage.library, written: lookup.written };
      const [id] = hubIdsOf(reference);
      if (id !== undefined && !found.has(id.toLowerCase())) found.set(id.toLowerCase(), reference);
    }
  }
  return [...found.values()];
}

/** Whether the hub could tell more of a model than the catalogue: it knows nothing of it, or nothing of its licence. */
export function isAskable(lookup: Lookup, reference: ModelReference): boolean {
  const isOpen =
    lookup.answer === 'not-in-catalog' || (lookup.answer === 'no-license' && !isLicenseStated(lookup.record));
  return isOpen && hubIdsOf(reference).length > 0;
}

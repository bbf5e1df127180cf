import { type Filter, filters, isFilter } from '../../present/tree/filter';
import { type Message, message } from '../../shared/message';
import type { InventoryTree } from '../inventoryTree';
import { pickKey } from './pick';

const labels = Object.fromEntries(Object.entries(filters).map(([key, { label }]) => [key, label])) as Record<
  Filter,
  Message
>;

/** Narrows the inventory: to what the argument says, else to what the user picks. */
export async function filterInventory(tree: InventoryTree, argument: unknown): Promise<void> {
  const question = message('Show in the inventory');
  const filter = isFilter(argument) ? argument : await pickKey(labels, tree.filter, question);
  if (filter) await tree.filterBy(filter);
}

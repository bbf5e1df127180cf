import { groupings, isGrouping } from '../../present/tree/tree';
import { message } from '../../shared/message';
import type { InventoryTree } from '../inventoryTree';
import { pickKey } from './pick';

/** Groups the inventory anew: by what the argument says, else by what the user picks. */
export async function groupBy(tree: InventoryTree, argument: unknown): Promise<void> {
  const question = message('Group the inventory by');
  const grouping = isGrouping(argument) ? argument : await pickKey(groupings, tree.grouping, question);
  if (grouping) await tree.groupBy(grouping);
}

import { window } from 'vscode';
import { type Grouping, groupings, isGrouping } from '../../present/tree/tree';
import { message } from '../../shared/message';
import type { InventoryTree } from '../inventoryTree';
import { localize } from '../words';

/** Groups the inventory anew: by what the argument says, else by what the user picks. */
export async function groupBy(tree: InventoryTree, argument: unknown): Promise<void> {
  const grouping = isGrouping(argument) ? argument : await pick(tree.grouping);
  if (grouping) await tree.groupBy(grouping);
}

async function pick(current: Grouping): Promise<Grouping | undefined> {
  const items = (Object.keys(groupings) as Grouping[]).map((grouping) => ({
    grouping,
    label: localize(groupings[grouping]),
    ...(grouping === current && { description: localize(message('now')) }),
  }));
  const placeHolder = localize(message('Group the inventory by'));
  return (await window.showQuickPick(items, { placeHolder }))?.grouping;
}

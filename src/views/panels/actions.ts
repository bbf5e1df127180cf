import { commands } from 'vscode';
import type { PanelAction } from '../../present/panel/page';
import { commandIds } from '../ids';

/** Does what a person asked for in a panel: each is a command of ours, which checks and speaks for itself. */
export async function runAction(action: PanelAction): Promise<void> {
  const argument =
    action.do === 'openPlace'
      ? { folder: action.folder, ...action.place }
      : { id: action.id, hub: action.hub };
  await commands.executeCommand(commandIds[action.do], argument);
}

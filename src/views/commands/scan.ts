import { commands, window } from 'vscode';
import { message } from '../../shared/message';
import type { Scanning } from '../scanning';
import { section } from '../settingsTable';
import { localize } from '../words';

/** Scans because a person asked; where the extension is switched off, says so and leads to the setting. */
export async function scan(scanning: Scanning, enabled: boolean): Promise<void> {
  if (enabled) return await scanning.scan(true);
  const open = localize(message('Open Setting'));
  const choice = await window.showInformationMessage(localize(message('PTM Lens is switched off.')), open);
  if (choice === open) await commands.executeCommand('workbench.action.openSettings', `${section}.enable`);
}

import { Uri, window, workspace } from 'vscode';
import { jsonReport } from '../../report/json';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import { localize } from '../words';

/** Writes the inventory of a folder as the JSON report that the command line prints, and opens it. */
export async function exportJson(folders: Folders): Promise<void> {
  const folder = await pickFolder(folders.all);
  if (!folder?.uri) return;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder.uri, 'ptm-inventory.json'),
    filters: { JSON: ['json'] },
    saveLabel: localize(message('Export')),
  });
  if (!target) return;
  const root = folder.uri.scheme === 'file' ? folder.uri.fsPath : folder.uri.toString();
  // A report is read by machines and by colleagues: it is in English whatever the editor speaks.
  const report = jsonReport({ root, inventory: folder.inventory.current, localize: english });
  await workspace.fs.writeFile(target, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  await window.showTextDocument(target);
}

async function pickFolder(folders: readonly Folder[]): Promise<Folder | undefined> {
  const [only, ...others] = folders;
  if (!only) throw new UserError(message('open a folder first'));
  if (others.length === 0) return only;
  const items = folders.map((folder) => ({ folder, label: folder.name }));
  const placeHolder = localize(message('Export the inventory of which folder?'));
  return (await window.showQuickPick(items, { placeHolder }))?.folder;
}

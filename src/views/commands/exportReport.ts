import { commands, env, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { FileFormat, FormatEntry } from '../../report/render';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import { localize } from '../words';

/** What a task or a key binding may say beforehand; what is not said is asked for. */
interface Asked {
  readonly format?: unknown;
  readonly target?: unknown;
}

/** Writes a report of a folder, in a format and to a file that the user picks, and opens it. */
export async function exportReport(folders: Folders, argument: unknown): Promise<void> {
  // All that makes reports is a bundle of its own: the editor does without it until now.
  const { formatTable } = await import('../../report/render');
  const asked: Asked = typeof argument === 'object' && argument !== null ? argument : {};
  const folder = await pickFolder(folders.all);
  if (!folder?.uri) return;
  const format = formatNamed(asked.format, formatTable) ?? (await pickFormat(formatTable));
  if (!format) return;
  const entry = formatTable[format];
  const target = asked.target instanceof Uri ? asked.target : await pickFile(folder.uri, entry);
  if (!target) return;
  const repository = await workTree(folder.uri);
  // A report is read by machines and by colleagues: it is in English whatever the editor speaks.
  const input = {
    root: pathOf(folder.uri),
    inventory: folder.inventory.current,
    localize: english,
    created: now(),
    ...(repository && { repository: pathOf(repository) }),
  };
  await workspace.fs.writeFile(target, Buffer.from(await entry.render(input)));
  await open(target, format);
}

function pathOf(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

/** The git work tree that a folder lies in: the nearest folder, from it upwards, that git has its own in. */
async function workTree(folder: Uri): Promise<Uri | null> {
  if (await stands(Uri.joinPath(folder, '.git'))) return folder;
  const above = Uri.joinPath(folder, '..');
  return above.path === folder.path ? null : workTree(above);
}

function stands(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

async function open(target: Uri, format: FileFormat): Promise<void> {
  if (format === 'markdown') await commands.executeCommand('markdown.showPreview', target);
  // A browser can show what lies on this machine.
  else if (format === 'html' && target.scheme === 'file' && env.remoteName === undefined)
    await env.openExternal(target);
  else await window.showTextDocument(target);
}

type FormatTable = Readonly<Record<FileFormat, FormatEntry>>;

function formatNamed(name: unknown, table: FormatTable): FileFormat | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? (name as FileFormat) : undefined;
}

async function pickFormat(table: FormatTable): Promise<FileFormat | undefined> {
  const formats = Object.keys(table) as FileFormat[];
  const items = formats
    // One folder needs no list of records.
    .filter((format) => format !== 'ndjson')
    .map((format): QuickPickItem & { format: FileFormat } => ({
      format,
      label: localize(table[format].title),
      description: table[format].ending,
    }));
  const placeHolder = localize(message('Which report?'));
  return (await window.showQuickPick(items, { placeHolder }))?.format;
}

function pickFile(folder: Uri, { title, ending }: FormatEntry): Thenable<Uri | undefined> {
  const [extension = ''] = ending.split('.').slice(-1);
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `ptm-inventory${ending}`),
    filters: { [localize(title)]: [extension] },
    saveLabel: localize(message('Export')),
  });
}

async function pickFolder(folders: readonly Folder[]): Promise<Folder | undefined> {
  const [only, ...others] = folders;
  if (!only) throw new UserError(message('open a folder first'));
  if (others.length === 0) return only;
  const items = folders.map((folder) => ({ folder, label: folder.name }));
  const placeHolder = localize(message('Export the inventory of which folder?'));
  return (await window.showQuickPick(items, { placeHolder }))?.folder;
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

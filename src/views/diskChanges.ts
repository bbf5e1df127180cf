import { type Disposable, FileType, RelativePattern, type Uri, workspace } from 'vscode';
import { isVendoredName } from '../platform/vendored';
import { DisposableOwner } from '../shared/disposable';
import type { Logger } from '../shared/host';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { Latest } from './latest';

/** Quiet time after a change on disk: a checkout writes many files at once. */
const pause = 150;

/** More changed files than this at once are a new state of the folder: it is scanned again. */
const tooMany = 400;

type Change = 'written' | 'gone';

/** What happens to changes on disk. */
export interface DiskOptions {
  readonly enabled: () => boolean;
  /** Scans the folders anew. */
  readonly rescan: () => void;
}

/** Keeps the inventories in step with the files of the workspace folders. */
export class DiskChanges extends DisposableOwner {
  private readonly watchers = new Map<Folder, Disposable>();
  private readonly pending = new Map<Folder, Map<string, Change>>();
  private readonly queue = this.register(new Latest(() => this.takeInAll(), pause));

  constructor(
    folders: Folders,
    private readonly options: DiskOptions,
    private readonly logger: Logger,
  ) {
    super();
    for (const folder of folders.all) this.watch(folder);
    this.register(folders.onDidAdd((folder) => this.watch(folder)));
    this.register(folders.onDidRemove((folder) => this.unwatch(folder)));
  }

  override dispose(): void {
    for (const watcher of this.watchers.values()) watcher.dispose();
    super.dispose();
  }

  private watch(folder: Folder): void {
    if (!folder.uri) return;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder.uri, '**/*'));
    watcher.onDidCreate((uri) => this.note(folder, uri, 'written'));
    watcher.onDidChange((uri) => this.note(folder, uri, 'written'));
    watcher.onDidDelete((uri) => this.note(folder, uri, 'gone'));
    this.watchers.set(folder, watcher);
  }

  private unwatch(folder: Folder): void {
    this.watchers.get(folder)?.dispose();
    this.watchers.delete(folder);
    this.pending.delete(folder);
  }

  private note(folder: Folder, uri: Uri, change: Change): void {
    const path = folder.pathOf(uri);
    if (path === null || !this.options.enabled() || path.split('/').some(isVendoredName)) return;
    // The text of a document that is being edited counts, not what lies under it.
    if (change === 'written' && isEdited(uri)) return;
    const changes = this.pending.get(folder) ?? new Map<string, Change>();
    this.pending.set(folder, changes.set(path, change));
    this.queue.soon();
  }

  private async takeInAll(): Promise<void> {
    const pending = [...this.pending];
    this.pending.clear();
    for (const [folder, changes] of pending) {
      try {
        if (changes.size > tooMany || (await bringFolders(folder, changes))) this.options.rescan();
        else for (const [path, change] of changes) await takeIn(folder, path, change);
      } catch (error) {
        this.logger.error(`${folder.name}: ${String(error)}`);
      }
    }
  }
}

function isEdited(uri: Uri): boolean {
  const key = uri.toString();
  const open = [...workspace.textDocuments, ...workspace.notebookDocuments];
  return open.some((document) => document.isDirty && document.uri.toString() === key);
}

/** Whether a folder came: it brings files of which no event tells. */
async function bringFolders(folder: Folder, changes: ReadonlyMap<string, Change>): Promise<boolean> {
  for (const [path, change] of changes) {
    // Folders seldom have an extension; asking about every file that is saved would be waste.
    if (change === 'written' && !/\.\w+$/.test(path) && (await isFolder(folder.uriOf(path)))) return true;
  }
  return false;
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function takeIn({ inventory }: Folder, path: string, change: Change): Promise<void> {
  if (change === 'written') return await inventory.update(path);
  // A folder that goes takes its files along; one event tells of all.
  const below = inventory.current.files.filter(({ file }) => file.startsWith(`${path}/`));
  for (const { file } of below) await inventory.remove(file);
  await inventory.remove(path);
}

import { type Event, EventEmitter, type Uri, workspace, type WorkspaceFoldersChangeEvent } from 'vscode';
import type { EditorPlatform, SharedParts } from '../platform/vscode/platform';
import { DisposableOwner } from '../shared/disposable';
import { message } from '../shared/message';
import { Folder } from './folder';
import { localize } from './words';

/** A file, and the folder it belongs to. */
export interface Located {
  readonly folder: Folder;
  readonly path: string;
}

/** Schemes of documents that are looked at although no workspace folder holds them. */
const looseSchemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata']);

/** The workspace folders and their inventories, kept in step with the workspace. */
export class Folders extends DisposableOwner {
  private readonly changed = this.register(new EventEmitter<Folder>());
  /** The inventory of a folder changed, or the folder came or went. */
  readonly onDidChange: Event<Folder> = this.changed.event;

  private readonly added = this.register(new EventEmitter<Folder>());
  readonly onDidAdd: Event<Folder> = this.added.event;

  private readonly removed = this.register(new EventEmitter<Folder>());
  readonly onDidRemove: Event<Folder> = this.removed.event;

  private readonly open = new Map<string, Folder>();
  private looseFolder: Folder | undefined;

  constructor(
    private readonly platform: EditorPlatform,
    private readonly parts: SharedParts,
    private readonly enabled: () => boolean,
  ) {
    super();
    for (const { uri, name } of workspace.workspaceFolders ?? []) this.add(uri, name);
    this.register(workspace.onDidChangeWorkspaceFolders((event) => this.follow(event)));
  }

  /** The workspace's folders, in its order; the loose documents are none of them. */
  get all(): readonly Folder[] {
    return [...this.open.values()];
  }

  /** All folders, and the loose documents if there are any. */
  get everything(): readonly Folder[] {
    return this.looseFolder ? [...this.all, this.looseFolder] : this.all;
  }

  /** What the views show: nothing while the extension is switched off. */
  get visible(): readonly Folder[] {
    return this.enabled() ? this.everything : [];
  }

  /** Has every view look again, as after it was switched on or off. */
  announce(): void {
    for (const folder of this.everything) this.changed.fire(folder);
  }

  byKey(key: string): Folder | undefined {
    return this.everything.find((folder) => folder.key === key);
  }

  /** Where a file belongs: the innermost folder that holds it, else the loose documents, else nowhere. */
  locate(uri: Uri): Located | null {
    const holding = this.all.flatMap((folder) => {
      const path = folder.pathOf(uri);
      return path === null ? [] : [{ folder, path }];
    });
    const [inmost] = holding.sort((a, b) => a.path.length - b.path.length);
    if (inmost) return inmost;
    return looseSchemes.has(uri.scheme) ? { folder: this.loose, path: uri.toString() } : null;
  }

  override dispose(): void {
    for (const folder of this.everything) folder.dispose();
    super.dispose();
  }

  private get loose(): Folder {
    return (this.looseFolder ??= this.listen(
      new Folder(null, localize(message('Outside the workspace')), this.platform.loose(this.parts)),
    ));
  }

  private follow({ added, removed }: WorkspaceFoldersChangeEvent): void {
    for (const { uri } of removed) this.remove(uri.toString());
    for (const { uri, name } of added) this.added.fire(this.add(uri, name));
  }

  private add(uri: Uri, name: string): Folder {
    const folder = this.listen(new Folder(uri, name, this.platform.inventory(uri, this.parts)));
    this.open.set(folder.key, folder);
    return folder;
  }

  private remove(key: string): void {
    const folder = this.open.get(key);
    if (!folder) return;
    this.open.delete(key);
    folder.dispose();
    this.removed.fire(folder);
    this.changed.fire(folder);
  }

  private listen(folder: Folder): Folder {
    folder.inventory.onDidChange(() => this.changed.fire(folder));
    return folder;
  }
}

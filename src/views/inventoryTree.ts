import {
  type Event,
  EventEmitter,
  type Memento,
  type ProviderResult,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import { statusLooks } from '../present/modelStatus';
import { type Filter, isFilter } from '../present/tree/filter';
import type { Row, RowIcon } from '../present/tree/row';
import { type Grouping, isGrouping, treeRows } from '../present/tree/tree';
import { DisposableOwner } from '../shared/disposable';
import { message } from '../shared/message';
import type { Folders } from './folders';
import { commandIds } from './ids';
import { Latest } from './latest';
import type { ModelFinder } from './modelFinder';
import { modelMarkdown } from './modelMarkdown';
import { currentReader, localize } from './words';

/** Changes are shown together: a scan announces many. */
const pause = 200;

const groupingKey = 'inventory.grouping';
const filterKey = 'inventory.filter';

/** The rows of the inventory view. Rows are made on demand and keep their ids, so what is open stays open. */
export class InventoryTree extends DisposableOwner implements TreeDataProvider<Row> {
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChangeTreeData: Event<void> = this.changed.event;
  private readonly queue = this.register(new Latest(() => this.refresh(), pause));
  private top: readonly Row[] | undefined;

  constructor(
    private readonly folders: Folders,
    private readonly finder: ModelFinder,
    private readonly memory: Memento,
  ) {
    super();
    this.register(folders.onDidChange(() => this.queue.soon()));
  }

  get grouping(): Grouping {
    const stored = this.memory.get(groupingKey);
    return isGrouping(stored) ? stored : 'model';
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.memory.update(groupingKey, grouping);
    await this.refresh();
  }

  get filter(): Filter {
    const stored = this.memory.get(filterKey);
    return isFilter(stored) ? stored : 'all';
  }

  async filterBy(filter: Filter): Promise<void> {
    await this.memory.update(filterKey, filter);
    await this.refresh();
  }

  getChildren(row?: Row): Row[] {
    return [...(row ? row.children : this.rows)];
  }

  getParent(row: Row): Row | null {
    return row.parent;
  }

  getTreeItem(row: Row): TreeItem {
    const { content, expandable } = row;
    const state = expandable ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    const item = new TreeItem(
      content.label,
      row.parent === null && content.kind === 'folder' ? TreeItemCollapsibleState.Expanded : state,
    );
    item.id = row.id;
    item.contextValue = content.kind;
    item.iconPath = themeIcon(content.icon);
    if (content.description) item.description = content.description;
    item.accessibilityInformation = { label: spoken(row) };
    if (content.kind === 'file') this.likeFile(item, row);
    if (content.target && !expandable) {
      const title = localize(message('Open'));
      item.command = { command: commandIds.openPlace, title, arguments: [row] };
    }
    return item;
  }

  resolveTreeItem(item: TreeItem, { content }: Row): ProviderResult<TreeItem> {
    const { subject } = content;
    const folder = subject && this.folders.byKey(subject.folder);
    if (subject && folder) {
      item.tooltip = modelMarkdown(this.finder, folder, subject.entry, subject.model ? [subject.model] : []);
    }
    return item;
  }

  private get rows(): readonly Row[] {
    return (this.top ??= treeRows(
      this.folders.visible.map(({ key, name, inventory }) => ({
        key,
        name,
        inventory: inventory.current,
      })),
      { grouping: this.grouping, filter: this.filter },
      currentReader(),
    ));
  }

  private refresh(): Promise<void> {
    this.top = undefined;
    this.changed.fire();
    return Promise.resolve();
  }

  /** Files get the icon of the file theme, and the colour and badge of their problems. */
  private likeFile(item: TreeItem, { content }: Row): void {
    const { target } = content;
    const folder = target && this.folders.byKey(target.folder);
    if (!target || !folder) return;
    item.resourceUri = folder.uriOf(target.place.file);
    item.iconPath = ThemeIcon.File;
  }
}

function themeIcon(icon: RowIcon): ThemeIcon {
  if ('codicon' in icon) return new ThemeIcon(icon.codicon);
  const { icon: name, color } = statusLooks[icon.status];
  return color ? new ThemeIcon(name, new ThemeColor(color)) : new ThemeIcon(name);
}

/** What a screen reader says: icons are for the eye, so the status is put in words. */
function spoken({ content: { label, description, icon } }: Row): string {
  const status = 'status' in icon ? localize(statusLooks[icon.status].label) : null;
  return [label, description, status].filter(Boolean).join(', ');
}

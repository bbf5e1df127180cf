import { type TreeView, window } from 'vscode';
import { countInventories, type Counts, modelCount, resolutionLabels, usageCount } from '../present/counts';
import { filters } from '../present/tree/filter';
import type { Row } from '../present/tree/row';
import { groupings } from '../present/tree/tree';
import { DisposableOwner } from '../shared/disposable';
import { message } from '../shared/message';
import type { Folders } from './folders';
import { inventoryView } from './ids';
import type { InventoryTree } from './inventoryTree';
import { Latest } from './latest';
import type { Scanning } from './scanning';
import { localize } from './words';

/** Changes are shown together. */
const pause = 200;

/** The inventory's view: the tree, what it counts, and what a scan is doing. */
export class InventoryView extends DisposableOwner {
  readonly view: TreeView<Row>;
  private readonly queue = this.register(new Latest(() => this.show(), pause));

  constructor(
    private readonly folders: Folders,
    private readonly tree: InventoryTree,
    private readonly scanning: Scanning,
  ) {
    super();
    this.view = this.register(
      window.createTreeView(inventoryView, { treeDataProvider: tree, showCollapseAll: true }),
    );
    this.register(folders.onDidChange(() => this.queue.soon()));
    this.register(scanning.onDidChange(() => this.queue.soon()));
    this.register(tree.onDidChangeTreeData(() => this.queue.soon()));
  }

  private show(): Promise<void> {
    const counts = countInventories(this.folders.visible.map(({ inventory }) => inventory.current));
    const grouping = localize(groupings[this.tree.grouping]);
    this.view.description = localize(message('by {0}', grouping.toLocaleLowerCase()));
    this.view.message = this.messageOf(counts);
    this.view.badge = badgeOf(counts);
    return Promise.resolve();
  }

  private get filterWords(): string[] {
    const { filter } = this.tree;
    if (filter === 'all') return [];
    return [localize(message('Shown: {0}', localize(filters[filter].label).toLocaleLowerCase()))];
  }

  /** Empty where there is nothing to say: the welcome view then speaks. */
  private messageOf(counts: Counts): string {
    const { scanning, done, total } = this.scanning.state;
    if (scanning) return localize(message('Scanning: {0} of {1} files', done, total));
    if (counts.usages === 0) return '';
    const resolutions = resolutionLabels(counts).map(localize).join(', ');
    const models = localize(modelCount(counts.models));
    const usages = localize(usageCount(counts.usages));
    return [localize(message('{0} in {1}: {2}', models, usages, resolutions)), ...this.filterWords].join(
      '\n',
    );
  }
}

function badgeOf({ warnings }: Counts): { value: number; tooltip: string } | undefined {
  if (warnings === 0) return undefined;
  const tooltip =
    warnings === 1 ? message('1 warning on models') : message('{0} warnings on models', warnings);
  return { value: warnings, tooltip: localize(tooltip) };
}

import { StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { countInventories } from '../present/counts';
import { statusText } from '../present/statusText';
import { DisposableOwner } from '../shared/disposable';
import { message } from '../shared/message';
import type { Folders } from './folders';
import { inventoryView } from './ids';
import { Latest } from './latest';
import type { Scanning } from './scanning';
import { currentReader, localize } from './words';

/** Changes are shown together. */
const pause = 200;

/** How many models the workspace loads, and the worst judgement among them; hidden where there are none. */
export class StatusItem extends DisposableOwner {
  private readonly item: StatusBarItem = this.register(
    window.createStatusBarItem('ptmLens.status', StatusBarAlignment.Left, 0),
  );
  private readonly queue = this.register(new Latest(() => this.show(), pause));

  constructor(
    private readonly folders: Folders,
    private readonly scanning: Scanning,
  ) {
    super();
    this.item.name = localize(message('PTM Lens: models of the workspace'));
    this.item.command = `${inventoryView}.focus`;
    this.register(folders.onDidChange(() => this.queue.soon()));
    this.register(scanning.onDidChange(() => this.queue.soon()));
  }

  private show(): Promise<void> {
    const counts = countInventories(this.folders.visible.map(({ inventory }) => inventory.current));
    const { scanning } = this.scanning.state;
    const { text, tooltip, spoken } = statusText(counts, scanning, currentReader());
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: spoken };
    if (counts.usages > 0 || scanning) this.item.show();
    else this.item.hide();
    return Promise.resolve();
  }
}

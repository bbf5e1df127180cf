import { workspace } from 'vscode';
import { DisposableOwner } from '../shared/disposable';
import type { CancelSignal } from '../shared/fetch';
import type { Logger } from '../shared/host';
import type { Folders } from './folders';
import type { HubLookup } from './hubLookup';
import { Latest } from './latest';
import type { SettingsStore } from './settings';

/** Quiet time: an id that is being typed is no id yet. */
const pause = 3000;

/** Looks unknown models up by itself where the user asked for that and trusts the workspace: each once a session, in silence. */
export class AutomaticLookup extends DisposableOwner {
  private readonly asked = new Set<string>();
  private readonly queue = this.register(new Latest(() => this.run(), pause));
  private ended = false;

  constructor(
    private readonly lookup: HubLookup,
    private readonly settings: SettingsStore,
    folders: Folders,
    private readonly logger: Logger,
  ) {
    super();
    this.register(folders.onDidChange(() => this.soon()));
    this.register(settings.onDidChange(() => this.soon()));
    this.register(workspace.onDidGrantWorkspaceTrust(() => this.soon()));
  }

  override dispose(): void {
    this.ended = true;
    super.dispose();
  }

  private get isWanted(): boolean {
    return this.settings.current.hubLookup === 'automatic' && workspace.isTrusted;
  }

  /** Stops as soon as the user no longer wants it. */
  private signal(): CancelSignal {
    const isOver = () => this.ended || !this.isWanted;
    return {
      get cancelled() {
        return isOver();
      },
      onCancel: (listener) => this.settings.onDidChange(() => isOver() && listener()),
    };
  }

  private soon(): void {
    if (this.isWanted) this.queue.soon();
  }

  private async run(): Promise<void> {
    const fresh = this.isWanted
      ? this.lookup.unknown().filter(({ written }) => !this.asked.has(written))
      : [];
    if (fresh.length === 0) return;
    for (const { written } of fresh) this.asked.add(written);
    try {
      const { found, failed } = await this.lookup.all(fresh, () => undefined, this.signal());
      this.logger.info(`hub: looked up ${fresh.length} models, found ${found}, not found ${failed.length}`);
    } catch (error) {
      this.logger.warn(`hub: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

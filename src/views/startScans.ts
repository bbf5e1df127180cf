import { DisposableOwner } from '../shared/disposable';
import type { Logger } from '../shared/host';
import type { Folders } from './folders';
import type { OpenDocuments } from './openDocuments';
import type { Scanning } from './scanning';
import type { SettingsStore } from './settings';
import type { Settings } from './settingsTable';

/** What settings and events set going. */
export interface ScanParts {
  readonly settings: SettingsStore;
  readonly folders: Folders;
  readonly scanning: Scanning;
  readonly documents: OpenDocuments;
  readonly logger: Logger;
}

/** Scans when the workspace opens, grows, or its settings change; afterwards open documents count again. */
export class StartScans extends DisposableOwner {
  private last: Settings;

  constructor(private readonly parts: ScanParts) {
    super();
    const { settings, folders } = parts;
    this.last = settings.current;
    this.register(settings.onDidChange((now) => this.follow(now)));
    this.register(folders.onDidAdd(() => this.start()));
    this.start();
  }

  private start(): void {
    const { enable, scanOnOpen } = this.parts.settings.current;
    if (!enable || this.parts.folders.all.length === 0) return;
    if (scanOnOpen) void this.parts.scanning.scan(false);
    else this.readProjects();
  }

  private follow(now: Settings): void {
    const before = this.last;
    this.last = now;
    if (before.enable !== now.enable) {
      this.parts.folders.announce();
      this.parts.documents.refresh();
      this.start();
    } else if (String(before.exclude) !== String(now.exclude)) {
      this.start();
    }
    if (JSON.stringify(before.levels) !== JSON.stringify(now.levels)) this.readProjects();
  }

  /** Reads licences and policies, and judges what is known anew; analyses no file. */
  private readProjects(): void {
    for (const { inventory, name } of this.parts.folders.everything) {
      inventory
        .scan(() => undefined, { cancelled: false }, [])
        .catch((error: unknown) => this.parts.logger.error(`${name}: ${String(error)}`));
    }
  }
}

import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Event,
  EventEmitter,
  type Progress,
  ProgressLocation,
  window,
} from 'vscode';
import { DisposableOwner } from '../shared/disposable';
import type { Logger } from '../shared/host';
import { message } from '../shared/message';
import type { Folders } from './folders';
import { contextKeys, inventoryView } from './ids';
import { localize } from './words';

/** How far a scan is. */
export interface ScanState {
  readonly scanning: boolean;
  readonly done: number;
  readonly total: number;
}

type Report = Progress<{ message?: string; increment?: number }>;

const idle: ScanState = { scanning: false, done: 0, total: 0 };

/** Scans all folders, one scan at a time; a scan that is asked for meanwhile follows once. */
export class Scanning extends DisposableOwner {
  private readonly changed = this.register(new EventEmitter<ScanState>());
  readonly onDidChange: Event<ScanState> = this.changed.event;
  private readonly finished = this.register(new EventEmitter<void>());
  /** A scan is over, whole or cancelled. */
  readonly onDidFinish: Event<void> = this.finished.event;

  private running: Promise<void> | undefined;
  private queued: Promise<void> | undefined;
  private source: CancellationTokenSource | undefined;
  private latest = idle;

  constructor(
    private readonly folders: Folders,
    private readonly logger: Logger,
  ) {
    super();
  }

  get state(): ScanState {
    return this.latest;
  }

  /** @param visibly whether to show a notification with a Cancel button, as for a scan that a person asked for */
  scan(visibly: boolean): Promise<void> {
    if (!this.running) return (this.running = this.run(visibly).finally(() => (this.running = undefined)));
    this.queued ??= this.running.then(() => {
      this.queued = undefined;
      return this.scan(visibly);
    });
    return this.queued;
  }

  cancel(): void {
    this.source?.cancel();
  }

  override dispose(): void {
    this.cancel();
    super.dispose();
  }

  private async run(visibly: boolean): Promise<void> {
    this.source = new CancellationTokenSource();
    const { token } = this.source;
    this.show({ ...idle, scanning: true });
    try {
      await withScanProgress(visibly, (report, cancelled) => {
        cancelled.onCancellationRequested(() => this.cancel());
        return this.scanFolders(report, token);
      });
    } finally {
      this.source.dispose();
      this.source = undefined;
      this.show(idle);
      if (!token.isCancellationRequested)
        void commands.executeCommand('setContext', contextKeys.scanned, true);
      this.finished.fire();
    }
  }

  private async scanFolders(report: Report, token: CancellationToken): Promise<void> {
    const cancellation = {
      get cancelled() {
        return token.isCancellationRequested;
      },
    };
    for (const folder of this.folders.all) {
      if (cancellation.cancelled) return;
      const started = Date.now();
      try {
        await folder.inventory.scan((done, total) => this.progress(done, total, report), cancellation);
        const { files, scanned } = folder.inventory.current;
        this.logger.info(
          `${folder.name}: ${scanned} files, ${files.length} with models, ${Date.now() - started} ms`,
        );
      } catch (error) {
        this.logger.error(`${folder.name}: ${String(error)}`);
      }
    }
  }

  private progress(done: number, total: number, report: Report): void {
    const percent = (count: number) => (total > 0 ? Math.floor((100 * count) / total) : 0);
    const increment = percent(done) - percent(Math.min(this.latest.done, done));
    // One step in a hundred is enough for the eye and cheap for the editor.
    if (done > 0 && done < total && increment === 0) {
      this.latest = { scanning: true, done, total };
      return;
    }
    report.report({ increment, message: localize(message('{0} of {1} files', done, total)) });
    this.show({ scanning: true, done, total });
  }

  private show(state: ScanState): void {
    if (state.scanning !== this.latest.scanning) {
      void commands.executeCommand('setContext', contextKeys.scanning, state.scanning);
    }
    this.latest = state;
    this.changed.fire(state);
  }
}

function withScanProgress(
  visibly: boolean,
  task: (report: Report, token: CancellationToken) => Promise<void>,
): Thenable<void> {
  const title = localize(message('PTM Lens: scanning for models'));
  if (visibly) {
    return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, task);
  }
  return window.withProgress({ location: { viewId: inventoryView } }, task);
}

import { type NotebookDocument, type TextDocument, workspace } from 'vscode';
import { DisposableOwner } from '../shared/disposable';
import type { Logger } from '../shared/host';
import { notebookSource, type OpenSource, sourceOf } from './documents';
import type { Folders } from './folders';
import { Latest } from './latest';

/**
 * Quiet time after a key before a document is analysed again: less than there is between the keys of a fast typist, since a
 * key costs a few milliseconds, and more than between those of a key held down, which count as one.
 */
const typingPause = 75;

/** Keeps the inventories in step with the texts of open documents, stored or not. */
export class OpenDocuments extends DisposableOwner {
  private readonly queues = new Map<string, Latest>();
  /** The stamp of each open source as it was last analysed. */
  private readonly analysed = new Map<string, string>();

  constructor(
    private readonly folders: Folders,
    private readonly enabled: () => boolean,
    private readonly logger: Logger,
  ) {
    super();
    this.register(workspace.onDidOpenTextDocument((document) => this.touch(sourceOf(document))));
    this.register(workspace.onDidChangeTextDocument(({ document }) => this.touch(sourceOf(document))));
    this.register(workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.register(workspace.onDidOpenNotebookDocument((notebook) => this.touch(notebookSource(notebook))));
    this.register(
      workspace.onDidChangeNotebookDocument(({ notebook }) => this.touch(notebookSource(notebook))),
    );
    this.register(workspace.onDidCloseNotebookDocument((notebook) => this.close(notebook)));
    this.refresh();
  }

  /** Waits until what is known of a document is as new as its text. */
  async ensure(document: TextDocument): Promise<void> {
    const source = this.enabled() ? sourceOf(document) : null;
    if (source && this.analysed.get(source.uri.toString()) !== source.stamp) await this.queue(source).now();
  }

  /** Analyses every open document anew. */
  refresh(): void {
    this.analysed.clear();
    for (const document of workspace.textDocuments) this.touch(sourceOf(document));
    for (const notebook of workspace.notebookDocuments) this.touch(notebookSource(notebook));
  }

  override dispose(): void {
    for (const queue of this.queues.values()) queue.dispose();
    super.dispose();
  }

  private touch(source: OpenSource | null): void {
    if (source && this.enabled()) this.queue(source).soon();
  }

  private queue(source: OpenSource): Latest {
    const key = source.uri.toString();
    const known = this.queues.get(key);
    known?.replace(() => this.analyse(source));
    const queue = known ?? new Latest(() => this.analyse(source), typingPause);
    this.queues.set(key, queue);
    return queue;
  }

  private async analyse(source: OpenSource): Promise<void> {
    const located = this.folders.locate(source.uri);
    const document = located && source.read(located.path);
    if (!document) return;
    try {
      await located.folder.inventory.updateText(document);
      this.analysed.set(source.uri.toString(), source.stamp);
    } catch (error) {
      this.logger.error(`${located.path}: ${String(error)}`);
    }
  }

  /** A document that closes may have had text that was never stored: what is on disk counts from now on. */
  private close({ uri }: TextDocument | NotebookDocument): void {
    const key = uri.toString();
    this.queues.get(key)?.dispose();
    this.queues.delete(key);
    const located = this.analysed.delete(key) ? this.folders.locate(uri) : null;
    if (!located) return;
    const { folder, path } = located;
    const done = folder.uri ? folder.inventory.update(path) : folder.inventory.remove(path);
    done.catch((error: unknown) => this.logger.error(`${path}: ${String(error)}`));
  }
}

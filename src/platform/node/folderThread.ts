import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SourceDocument } from '../../analyzer/source';
import type { FileFacts } from '../../analyzer/usage';
import type { ScannedFile, Scanner } from '../../inventory/scanner';
import type { Cancellation } from '../../shared/host';
import type { FolderAnswer, FolderQuestion, FolderSetup } from './folderMessages';

/** A thread that nobody asks for so long (in ms) ends, and with it its workers: they hold more memory than the inventory. */
const patience = 60_000;

/** A question that is not answered yet. */
interface Waiting {
  answered(answer: Exclude<FolderAnswer, { kind: 'failed' }>): void;
  failed(error: Error): void;
}

/**
 * Scans a folder in a thread of its own, which starts the scan workers, remembers earlier scans, and hands over in small
 * portions: the extension host, which other extensions share, only takes them in. Starts when it is asked first.
 */
export class FolderThread implements Scanner {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastNumber = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  /** @param idleTime after so many ms without a question the thread ends; the next one starts another */
  constructor(
    private readonly setup: FolderSetup,
    private readonly idleTime = patience,
  ) {}

  async scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
  ): Promise<void> {
    await this.ask<null>(
      (number) => ({ kind: 'scan', number, paths }),
      (answer, resolve) => {
        if (answer.kind !== 'files') {
          resolve(null);
          return;
        }
        if (!cancellation.cancelled) answer.files.forEach(onFile);
        this.tell({ kind: cancellation.cancelled ? 'cancel' : 'more', number: answer.number });
      },
    );
  }

  analyze(document: SourceDocument): Promise<FileFacts> {
    return this.ask<FileFacts>(
      (number) => ({ kind: 'analyze', number, document }),
      (answer, resolve) => {
        if (answer.kind === 'facts') resolve(answer.facts);
      },
    );
  }

  forget(path: string): void {
    this.tell({ kind: 'forget', path });
  }

  dispose(): void {
    this.end(this.thread, new Error('the scan was given up'));
  }

  private ask<T>(
    make: (number: number) => FolderQuestion,
    take: (answer: FolderAnswer, resolve: (value: T) => void) => void,
  ): Promise<T> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    const number = ++this.lastNumber;
    return new Promise((resolve, reject) => {
      const settle = (value: T) => {
        this.forgetQuestion(number);
        resolve(value);
      };
      this.waiting.set(number, { answered: (answer) => take(answer, settle), failed: reject });
      thread.postMessage(make(number));
    });
  }

  private tell(question: FolderQuestion): void {
    this.thread?.postMessage(question);
  }

  private start(): Worker {
    const thread = new Worker(join(this.setup.dist, 'folder.js'), { workerData: this.setup });
    thread.unref();
    thread.on('message', (answer: FolderAnswer) => this.hear(answer));
    thread.on('error', (error) => this.end(thread, error));
    thread.on('exit', () => this.end(thread, new Error("the folder's thread ended")));
    return thread;
  }

  private hear(answer: FolderAnswer): void {
    const waiting = this.waiting.get(answer.number);
    if (answer.kind !== 'failed') {
      waiting?.answered(answer);
      return;
    }
    this.forgetQuestion(answer.number);
    waiting?.failed(new Error(answer.error));
  }

  private forgetQuestion(number: number): void {
    this.waiting.delete(number);
    if (this.waiting.size > 0) return;
    this.idle = setTimeout(() => this.end(this.thread, new Error('not asked')), this.idleTime);
    this.idle.unref();
  }

  private end(thread: Worker | undefined, error: Error): void {
    if (!thread || thread !== this.thread) return;
    this.thread = undefined;
    clearTimeout(this.idle);
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
    void thread.terminate();
  }
}

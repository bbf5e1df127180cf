import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SourceDocument } from '../../analyzer/source';
import type { FileFacts } from '../../analyzer/usage';
import type { ScannedFile, Scanner } from '../../inventory/scanner';
import type { Cancellation } from '../../shared/host';
import { message } from '../../shared/message';
import { inSlices } from '../../shared/slices';
import { Portions } from './portions';
import type { WorkerAnswer, WorkerQuestion, WorkerSetup } from './workerMessages';

/** Files a worker is given at a time: enough to hide the messages, few enough to share the work and to cancel soon. */
const batchSize = 48;

/** A file takes milliseconds; a thread that says nothing for this long (in ms) hangs, and is ended. */
const patience = { batch: 120_000, file: 20_000 };

/**
 * Megabytes of heap a thread may use. It needs a fraction of them; but the collector lets a heap grow in steps that rest on
 * its limit, and with Node's own limit of gigabytes a scan takes half as much memory again for a saving of 6 % of its time.
 * A file that needs more is reported, as any that ends its thread.
 */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

type Waiting = { resolve(answer: WorkerAnswer): void; reject(error: Error): void };

/** One worker thread and the questions it has not answered yet. */
class ScanWorker {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private lastNumber = 0;
  private dead: Error | null = null;

  constructor(setup: WorkerSetup) {
    this.thread = new Worker(join(setup.dist, 'worker.js'), { workerData: setup, resourceLimits });
    this.thread.unref();
    this.thread.on('message', (answer: WorkerAnswer) => this.settle(answer));
    this.thread.on('error', (error) => this.fail(error));
    this.thread.on('exit', () => this.fail(new Error('the scan worker ended')));
  }

  get alive(): boolean {
    return this.dead === null;
  }

  /** @param limit after so many milliseconds without an answer the thread is ended */
  async ask(make: (number: number) => WorkerQuestion, limit: number): Promise<WorkerAnswer> {
    if (this.dead) throw this.dead;
    const number = ++this.lastNumber;
    this.thread.ref();
    const timer = setTimeout(() => this.giveUp(limit), limit);
    try {
      return await new Promise((resolve, reject) => {
        this.waiting.set(number, { resolve, reject });
        this.thread.postMessage(make(number));
      });
    } finally {
      clearTimeout(timer);
    }
  }

  tell(question: WorkerQuestion): void {
    this.thread.postMessage(question);
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private settle(answer: WorkerAnswer): void {
    const waiting = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    // A thread without a question must not keep the process alive.
    if (this.waiting.size === 0) this.thread.unref();
    if (answer.kind === 'failed') waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer);
  }

  private giveUp(limit: number): void {
    this.fail(new Error(`no end after ${limit / 1000} s`));
    void this.end();
  }

  private fail(error: Error): void {
    this.dead ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Scans a folder on disk in worker threads, which are started when there is something to do. */
export class WorkerScanner implements Scanner {
  private readonly workers: ScanWorker[] = [];

  /**
   * @param jobs how many threads at the most, at least 1
   * @param endsWithScan whether the threads are ended with a scan, so that what follows it has their memory
   */
  constructor(
    private readonly setup: WorkerSetup,
    private readonly jobs: number,
    private readonly endsWithScan = false,
  ) {}

  async scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
  ): Promise<void> {
    const busy = Math.min(this.jobs, Math.ceil(paths.length / batchSize));
    const portions = new Portions(paths, busy, batchSize);
    const takeBatches = async (index: number): Promise<void> => {
      for (let batch = portions.take(index); batch.length > 0; batch = portions.take(index)) {
        if (cancellation.cancelled) return;
        const files = await this.scanBatch(index, batch);
        await inSlices(files, onFile, () => nextTurn());
      }
    };
    await Promise.all(Array.from({ length: busy }, (_, index) => takeBatches(index)));
    if (this.endsWithScan) await this.endAll();
  }

  async analyze(document: SourceDocument): Promise<FileFacts> {
    const answer = await this.worker(0).ask(
      (number) => ({ kind: 'analyze', number, document }),
      patience.file,
    );
    if (answer.kind !== 'analyze') throw new Error(`unexpected answer: ${answer.kind}`);
    return answer.facts;
  }

  forget(path: string): void {
    for (const worker of this.workers) worker.tell({ kind: 'forget', path });
  }

  dispose(): void {
    void this.endAll();
  }

  private async endAll(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.end()));
  }

  /** A worker that dies takes only the file with it that killed it: its batch is tried again file by file. */
  private async scanBatch(index: number, paths: readonly string[]): Promise<readonly ScannedFile[]> {
    try {
      const answer = await this.worker(index).ask(
        (number) => ({ kind: 'scan', number, paths }),
        paths.length === 1 ? patience.file : patience.batch,
      );
      return answer.kind === 'scan' ? answer.files : [];
    } catch (error) {
      const [only] = paths;
      if (paths.length === 1 && only !== undefined) {
        return [{ file: only, facts: null, skipped: message('the analysis failed: {0}', String(error)) }];
      }
      const files: ScannedFile[] = [];
      for (const path of paths) files.push(...(await this.scanBatch(index, [path])));
      return files;
    }
  }

  private worker(index: number): ScanWorker {
    const known = this.workers[index];
    if (known?.alive) return known;
    return (this.workers[index] = new ScanWorker(this.setup));
  }
}

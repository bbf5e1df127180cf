/** A build's side of the threads that help it. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Run } from '../../../db/etl/runs';
import { type IndexEnd, type ThreadTask } from './threadTasks';

/** What a thread leaves behind is cleared sooner than by itself: a build has little memory, and there are three of them. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

function start(script: string, task: ThreadTask): Worker {
  return new Worker(script, { workerData: task, resourceLimits });
}

/** The bytes of a file, unpacked meanwhile in a thread. */
export async function* unpackedInThread(script: string, file: string): AsyncGenerator<Uint8Array> {
  const thread = start(script, { kind: 'unpack', file });
  try {
    // An error of the thread is thrown here.
    for await (const [chunk] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[Uint8Array]>) {
      yield chunk;
      thread.postMessage('more');
    }
  } finally {
    await thread.terminate();
  }
}

/** Makes the search index of a build meanwhile. */
export class IndexThread {
  private readonly thread: Worker;
  private readonly ended: Promise<void>;

  constructor(script: string, spill: string, runs: readonly Run[]) {
    const thread = (this.thread = start(script, { kind: 'index', spill, runs }));
    this.ended = new Promise((resolve, reject) => thread.once('error', reject).once('exit', () => resolve()));
    // It is heard when the index is asked for.
    this.ended.catch(() => undefined);
  }

  /** Resolves when the index is written. */
  finish(end: IndexEnd): Promise<void> {
    this.thread.postMessage(end);
    return this.ended;
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }
}

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryRows } from '../../db/sql/query';
import { message } from '../../shared/message';
import { failure, type Result } from '../../shared/result';
import type { Asker } from '../asker';
import type { QueryAnswer, QueryQuestion, QuerySetup } from './queryMessages';

/** Asks in a thread of its own, which is started by the first question and ended by `stop`. */
export class QueryThread implements Asker {
  private thread: Worker | undefined;
  private lastNumber = 0;
  private readonly waiting = new Map<number, (answer: Result<QueryRows>) => void>();

  constructor(private readonly setup: QuerySetup) {}

  ask(sql: string, maxRows: number): Promise<Result<QueryRows>> {
    const question: QueryQuestion = { number: ++this.lastNumber, sql, maxRows };
    return new Promise((resolve) => {
      this.waiting.set(question.number, resolve);
      this.thread ??= this.start();
      this.thread.postMessage(question);
    });
  }

  stop(): void {
    this.end(this.thread, failure(message('it was stopped')));
  }

  dispose(): void {
    this.stop();
  }

  private start(): Worker {
    const thread = new Worker(join(this.setup.dist, 'query.js'), { workerData: this.setup });
    thread.unref();
    thread.on('message', ({ number, answer }: QueryAnswer) => {
      this.waiting.get(number)?.(answer);
      this.waiting.delete(number);
    });
    thread.on('error', (error) => this.end(thread, failure(message('{0}', error.message))));
    return thread;
  }

  private end(thread: Worker | undefined, answer: Result<QueryRows>): void {
    if (!thread || thread !== this.thread) return;
    this.thread = undefined;
    for (const resolve of this.waiting.values()) resolve(answer);
    this.waiting.clear();
    void thread.terminate();
  }
}

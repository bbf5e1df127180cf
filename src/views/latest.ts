import type { Disposable } from '../shared/disposable';

/** Work that only its latest state matters for: waits for a pause, runs one at a time, with at most one more run queued. */
export class Latest implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<void> = Promise.resolve();
  private queued: Promise<void> | undefined;

  /**
   * @param work must not reject
   * @param pause milliseconds of quiet before it runs
   */
  constructor(
    private work: () => Promise<void>,
    private readonly pause: number,
  ) {}

  /** What is to be done from the next run on. */
  replace(work: () => Promise<void>): void {
    this.work = work;
  }

  /** Runs after a pause that starts anew with every call. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), this.pause);
  }

  /** Runs as soon as the run under way is over; resolves when that run, which sees all that is known now, is done. */
  now(): Promise<void> {
    clearTimeout(this.timer);
    this.queued ??= this.last = this.last.then(() => {
      this.queued = undefined;
      return this.work();
    });
    return this.queued;
  }

  /** Drops what waits for its pause; a run under way ends by itself. */
  dispose(): void {
    clearTimeout(this.timer);
  }
}

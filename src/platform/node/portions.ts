/**
 * Cuts a list among workers. Each goes through a stretch of its own, since files that stand side by side import the same
 * modules, which are then read by one worker only; who is done takes half of what another has left.
 */
export class Portions {
  private readonly stretches: { start: number; end: number }[];

  constructor(
    private readonly paths: readonly string[],
    workers: number,
    private readonly size: number,
  ) {
    const share = Math.ceil(paths.length / workers);
    this.stretches = Array.from({ length: workers }, (_, index) => ({
      start: Math.min(index * share, paths.length),
      end: Math.min((index + 1) * share, paths.length),
    }));
  }

  /** The next paths for a worker; empty when there are none left. */
  take(worker: number): readonly string[] {
    const own = this.stretches[worker];
    if (!own) return [];
    if (own.start >= own.end) this.steal(own);
    const start = own.start;
    own.start = Math.min(start + this.size, own.end);
    return this.paths.slice(start, own.start);
  }

  private steal(own: { start: number; end: number }): void {
    const [longest] = [...this.stretches].sort((a, b) => b.end - b.start - (a.end - a.start));
    if (!longest) return;
    const left = longest.end - longest.start;
    own.end = longest.end;
    own.start = longest.end = left <= this.size ? longest.start : longest.end - Math.floor(left / 2);
  }
}

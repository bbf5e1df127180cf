/** What the programs of the bench measure themselves with; each prints one JSON line. */

/** Time on the wall and of the processor, in milliseconds, and the highest resident memory of this process so far, in MB. */
export interface Effort {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMB: number;
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** What one program says of opening a file and asking it. Times in milliseconds. */
export interface Answers {
  readonly openMs: number;
  readonly lookup: Quantiles;
  readonly near: Quantiles;
  readonly complete: Quantiles;
  readonly growthMB: number;
}

export interface Questions {
  readonly ids: readonly string[];
  readonly mistyped: readonly string[];
  readonly prefixes: readonly string[];
}

export async function effortOf(run: () => unknown): Promise<Effort> {
  const start = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return {
    wallMs: performance.now() - start,
    cpuMs: (user + system) / 1000,
    peakMB: process.resourceUsage().maxRSS / 1024,
  };
}

/** Asks each once; the first question of a kind (which may open an index) is among them and so in `max`. */
export function timesOf(asked: readonly string[], ask: (text: string) => unknown): Quantiles {
  const times = asked.map((text) => {
    const start = performance.now();
    ask(text);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function answersOf<Opened>(
  { ids, mistyped, prefixes }: Questions,
  open: () => Opened,
  ask: Readonly<Record<'lookup' | 'near' | 'complete', (opened: Opened, text: string) => unknown>>,
): Answers {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const opened = open();
  const openMs = performance.now() - start;
  const lookup = timesOf([...ids, ...ids.map((id) => `${id}-missing`)], (id) => ask.lookup(opened, id));
  const near = timesOf(mistyped, (text) => ask.near(opened, text));
  const complete = timesOf(prefixes, (text) => ask.complete(opened, text));
  const growthMB = (process.memoryUsage().rss - before) / 2 ** 20;
  return { openMs, lookup, near, complete, growthMB };
}

export function say(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

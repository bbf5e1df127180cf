/** What the programs of the bench measure themselves with; each prints one JSON line. */

/** Time on the wall and of the processor, in milliseconds, and the highest resident memory of this process so far, in MB. */
export interface Effort {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMB: number;
}

/** Milliseconds. */
export interface Quantiles {
  readonly least: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Of the same runs, on the wall and of the processor: the wall means little while others work. */
export interface Times {
  readonly wall: Quantiles;
  readonly cpu: Quantiles;
}

/** Kinds of questions. */
export const asked = ['lookup', 'missing', 'near', 'nearNames', 'complete'] as const;
export type Asked = (typeof asked)[number];

/** What is asked: ids that are there and that are not, ids and bare names with slips, beginnings. */
export type Questions = Readonly<Record<Asked, readonly string[]>>;

/** What one program says of opening a file and asking it. */
export interface Answers {
  readonly open: Times;
  readonly times: Readonly<Record<Asked, Times>>;
  /** The very first question of each kind, on the wall: it may have to open an index. */
  readonly first: Readonly<Record<Asked, number>>;
  /** Of resident memory, in MB, from before the last opening to after all questions. */
  readonly growthMB: number;
}

const openings = 20;

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

/** What a piece of work keeps others in its thread waiting for, at the most, in milliseconds. */
export interface Block {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** How long an editor is kept waiting by a catalogue: when it is imported, opened and looked through, and first searched. */
export type Installed = Readonly<Record<'imported' | 'opened' | 'searched', Block>>;

/** The longest time between two turns of the event loop while `work` goes on. */
export async function longestBlock(work: () => Promise<unknown>): Promise<Block> {
  let last = performance.now();
  let lastCpu = process.cpuUsage();
  let wallMs = 0;
  let cpuMs = 0;
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(lastCpu);
    wallMs = Math.max(wallMs, performance.now() - last);
    cpuMs = Math.max(cpuMs, (user + system) / 1000);
    last = performance.now();
    lastCpu = process.cpuUsage();
  }, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return { wallMs, cpuMs };
}

export interface Program<Opened> {
  open(): Opened;
  close(opened: Opened): void;
  readonly ask: Readonly<Record<Asked, (opened: Opened, text: string) => unknown>>;
}

export function answersOf<Opened>(questions: Questions, { open, close, ask }: Program<Opened>): Answers {
  const before = process.memoryUsage().rss;
  let opened = open();
  const opening = timesOf(Array<string>(openings).fill(''), () => {
    close(opened);
    opened = open();
  });
  const first: Partial<Record<Asked, number>> = {};
  const times: Partial<Record<Asked, Times>> = {};
  for (const kind of asked) {
    const start = performance.now();
    ask[kind](opened, questions[kind][0] ?? '');
    first[kind] = performance.now() - start;
    times[kind] = timesOf(questions[kind].slice(1), (text) => ask[kind](opened, text));
  }
  const growthMB = (process.memoryUsage().rss - before) / 2 ** 20;
  return { open: opening, times: times as Answers['times'], first: first as Answers['first'], growthMB };
}

function timesOf(texts: readonly string[], ask: (text: string) => unknown): Times {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (const text of texts) {
    const before = process.cpuUsage();
    const start = performance.now();
    ask(text);
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { wall: quantiles(wall), cpu: quantiles(cpu) };
}

function quantiles(times: number[]): Quantiles {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { least: at(0), p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function say(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

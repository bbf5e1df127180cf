/** How late a timer is, tick by tick: in wall time and in time of this thread's processor. */
import { performance } from 'node:perf_hooks';

const resolution = 5;

/** Milliseconds. */
interface Figures {
  readonly max: number;
  readonly p99: number;
  readonly p50: number;
  /** How many were over 50 ms. */
  readonly over50: number;
}

export class BlockTimes {
  private readonly late: number[] = [];
  private readonly busy: number[] = [];
  private readonly ends: number[] = [];
  private lastTime = 0;
  private lastUsed = 0;

  start(): void {
    this.lastTime = performance.now();
    this.lastUsed = threadUsed();
    setInterval(() => this.tick(), resolution);
  }

  get figures(): { readonly blocked: Figures; readonly busy: Figures } {
    return { blocked: figuresOf(this.late), busy: figuresOf(this.busy) };
  }

  /** The blocks of more than `least` ms of computing; their ends by the clock of CPU profiles (in µs). */
  over(least: number): { readonly end: number; readonly late: number; readonly busy: number }[] {
    return this.busy.flatMap((busy, index) =>
      busy > least ? [{ end: this.ends[index] ?? 0, late: this.late[index] ?? 0, busy }] : [],
    );
  }

  private tick(): void {
    const [time, used] = [performance.now(), threadUsed()];
    const late = Math.max(0, time - this.lastTime - resolution);
    this.ends.push(Number(process.hrtime.bigint() / 1000n));
    this.late.push(late);
    this.busy.push(Math.min(late, used - this.lastUsed));
    [this.lastTime, this.lastUsed] = [time, used];
  }
}

/** What this thread has computed until now, in ms. Node 24, which the editor brings, can tell; its types of today cannot. */
function threadUsed(): number {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  if (!threadCpuUsage) throw new Error('this Node cannot tell the time of a thread');
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}

function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return { max: at(1), p99: at(0.99), p50: at(0.5), over50: sorted.filter((time) => time > 50).length };
}

function round(time: number): number {
  return Math.round(time * 10) / 10;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

/** When a process is struck. */
export interface Blow {
  /** Milliseconds after its first line. */
  readonly delay: number;
  /** Then not before a file is half written in this folder; null for at once. */
  readonly inside: string | null;
}

/** What a child had said when it was killed. */
export interface Killed {
  /** Lines of its stdout. */
  readonly said: readonly string[];
  /** Whether it ended by itself before the blow. */
  readonly ended: boolean;
}

/** Starts a program, waits for its first line and the moment of the blow, and kills it with SIGKILL. */
export async function killAfter(command: readonly string[], { delay, inside }: Blow): Promise<Killed> {
  const [program = '', ...args] = command;
  if (inside) mkdirSync(inside, { recursive: true });
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  const firstLine = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (said: string) => {
      text += said;
      if (text.includes('\n')) resolve();
    });
  });
  const closed = once(child, 'close');
  await Promise.race([firstLine, closed]);
  await Promise.race([sleep(delay), closed]);
  if (inside) await halfWrittenIn(inside);
  const ended = !child.kill('SIGKILL');
  await closed;
  // A line that was cut off was never said.
  return { said: text.split('\n').slice(0, -1), ended };
}

/** Waits for a file that is being written; gives up after a while, since a writer may be between two. */
async function halfWrittenIn(folder: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await setImmediate())
    if (readdirSync(folder).some((name) => name.endsWith('.tmp'))) return;
}

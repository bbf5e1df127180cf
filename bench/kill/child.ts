import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a child had said when it was killed. */
export interface Killed {
  /** Lines of its stdout. */
  readonly said: readonly string[];
  /** Whether it ended by itself before the blow. */
  readonly ended: boolean;
}

/** Starts a program, waits for its first line (or for its start), then `delay` milliseconds, and kills it with SIGKILL. */
export async function killAfter(
  command: readonly string[],
  delay: number,
  waitForLine: boolean,
): Promise<Killed> {
  const [program = '', ...args] = command;
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  const firstLine = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (said: string) => {
      text += said;
      if (text.includes('\n')) resolve();
    });
  });
  const closed = once(child, 'close');
  await Promise.race([waitForLine ? firstLine : once(child, 'spawn'), closed]);
  await Promise.race([new Promise((resolve) => setTimeout(resolve, delay)), closed]);
  const ended = !child.kill('SIGKILL');
  await closed;
  // A line that was cut off was never said.
  return { said: text.split('\n').slice(0, -1), ended };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program and all it starts, which end together: by `end`, or with this process at the latest. */
export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Resolves when no process of the group is left. */
  end(): Promise<void>;
}

const patience = 5_000;

/** Starts `program` with its output piped. Its processes share a group, so that one signal reaches them all. */
export function startGroup(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup {
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithParent = () => signal(child, 'SIGKILL');
  process.once('exit', endWithParent);
  return {
    child,
    end: async () => {
      await endGroup(child);
      process.off('exit', endWithParent);
    },
  };
}

async function endGroup(child: ChildProcess): Promise<void> {
  const start = Date.now();
  signal(child, 'SIGTERM');
  while (signal(child, 0)) {
    await sleep(50);
    if (Date.now() - start > patience) signal(child, 'SIGKILL');
  }
}

/** Whether there was a process left to receive it. Signal 0 only asks. */
function signal(child: ChildProcess, name: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import type { CancelSignal } from '../../shared/fetch';
import { message } from '../../shared/message';
import { failure, type Result } from '../../shared/result';
import type { BuildProgress } from '../buildProgress';
import type { BuildJob, BuildNews, BuildOrder } from './buildMessages';

export interface ChildBuild extends BuildJob {
  /** Variables that the process gets beside those of this one. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What is kept of the errors that a process prints before it dies. */
const longestError = 4000;

/** A build that was told to stop has so many milliseconds for it. */
const patience = 10_000;

/** Builds a catalogue in a process of its own. */
export function buildInChild(
  { environment, ...job }: ChildBuild,
  progress: BuildProgress,
  signal: CancelSignal,
): Promise<Result<null>> {
  const child = fork(join(job.dist, 'build.js'), [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // The editor's own binary runs scripts when it is told so.
    env: { ...environment, ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [],
  });
  const errors = tailOf(child.stderr);
  let result: Result<null> | undefined;
  child.on('message', (news: BuildNews) => {
    if (news.kind === 'progress') progress(news.stage, news.done);
    else result = news.result;
  });
  // All that goes to the child goes by messages: what stands among its arguments every process can see.
  send(child, job);
  const cancel = signal.onCancel(() => stop(child));
  if (signal.cancelled) stop(child);
  return new Promise((resolve) => {
    const end = (answer: Result<null>) => {
      cancel.dispose();
      resolve(answer);
    };
    child.on('error', (error) => end(failure(message('the build cannot be started: {0}', error.message))));
    child.on('close', (code, by) => {
      if (signal.cancelled) end(failure(message('cancelled')));
      else end(result ?? failure(message('the build broke off: {0}', errors() || (by ?? `code ${code}`))));
    });
  });
}

/** Asks the child to stop; one that does not hear it is killed. */
function stop(child: ChildProcess): void {
  send(child, 'stop');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  child.once('close', () => clearTimeout(timer));
}

/** A child that is gone already hears nothing, and its end says why. */
function send(child: ChildProcess, order: BuildOrder): void {
  if (child.connected) child.send(order, () => undefined);
}

/** What was printed of the error so far, in one line: that of the error itself where there is one. */
function tailOf(stream: Readable | null): () => string {
  let said = '';
  stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-longestError)));
  return () => /^\w*Error: .*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1) ?? '';
}

import { fork } from 'node:child_process';
import type { CancelSignal } from '../../shared/fetch';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';

/** A build of a catalogue as the command line does it. */
export interface BuildJob {
  /** The bundle of the command line. */
  readonly cli: string;
  /** `KIND:PATH`, as `catalog build --from` takes it. */
  readonly from: string;
  readonly output: string;
  /** Put into the environment: what must not stand among the arguments, which every process can see. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What is kept of the errors that the child prints. */
const longestError = 4000;

/**
 * Runs `ptm-lens catalog build` in a process of its own, so that neither its memory nor its work is the editor's.
 * @param progress hears how many models are read or written
 */
export function buildInChild(
  { cli, from, output, environment }: BuildJob,
  progress: (done: number) => void,
  signal: CancelSignal,
): Promise<Result<null>> {
  return new Promise((resolve) => {
    const child = fork(cli, ['catalog', 'build', '--from', from, '--output', output], {
      silent: true,
      // The editor's own binary runs scripts when it is told so.
      env: { ...process.env, ...environment, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
    });
    let said = '';
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (said = (said + text).slice(-longestError)));
    child.stdout?.resume();
    child.on('message', (sent: { readonly done?: unknown }) => {
      if (typeof sent.done === 'number') progress(sent.done);
    });
    const cancel = signal.onCancel(() => child.kill());
    const end = (result: Result<null>) => {
      cancel.dispose();
      resolve(result);
    };
    child.on('error', (error) => end(failure(message('the build cannot be started: {0}', error.message))));
    child.on('close', (code) => {
      if (code === 0) end(ok(null));
      else if (signal.cancelled) end(failure(message('cancelled')));
      else end(failure(message('{0}', reasonIn(said) ?? `exit code ${code ?? 'unknown'}`)));
    });
  });
}

/** The last sentence that the command line said of what went wrong. */
function reasonIn(said: string): string | null {
  const sentences = [...said.matchAll(/^ptm-lens: (.+)$/gm)].map(([, sentence]) => sentence ?? '');
  return sentences.at(-1) ?? said.trim().split('\n').at(-1) ?? null;
}

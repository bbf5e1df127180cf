/**
 * Entry of the process that makes a catalogue for the editor: neither its memory nor its work is the editor's. It
 * takes one job from its parent, and stops in order when the parent says so, or is gone.
 */
import { copyFile } from 'node:fs/promises';
import { message } from '../../shared/message';
import { failure, ok, type Result, UserError } from '../../shared/result';
import type { BuildProgress } from '../buildProgress';
import type { BuildJob, BuildNews, BuildOrder } from './buildMessages';
import { buildFrom } from './etl/buildFrom';
import { finishCatalogue } from './finishCatalogue';
import { indexPath } from './indexFile';

async function run(job: BuildJob, signal: AbortSignal): Promise<Result<null>> {
  try {
    await work(job, signal);
    return ok(null);
  } catch (error) {
    return failure(error instanceof UserError ? error.reason : message('{0}', String(error)));
  }
}

async function work({ dist, output, task }: BuildJob, signal: AbortSignal): Promise<void> {
  if (task.kind === 'catalogue') {
    const progress: BuildProgress = (stage, done) => say({ kind: 'progress', stage, done });
    await buildFrom({ dist, output, from: [task.from], token: task.token, signal, progress });
  } else {
    await copyFile(task.of, output);
    // It may have none, or another one's.
    await copyFile(indexPath(task.of), indexPath(output)).catch(() => undefined);
  }
  await finishCatalogue(dist, output);
}

/** A parent that has just died hears nothing: that is no error of the build, which must end in order. */
function say(news: BuildNews): void {
  if (process.connected) process.send?.(news, undefined, undefined, () => undefined);
}

const stop = new AbortController();
process.on('disconnect', () => stop.abort());
process.on('message', (order: BuildOrder) => {
  if (order === 'stop') return stop.abort();
  void run(order, stop.signal).then((result) => {
    say({ kind: 'end', result });
    if (process.connected) process.disconnect();
  });
});

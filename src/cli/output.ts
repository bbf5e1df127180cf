import { rename, rm, writeFile } from 'node:fs/promises';
import { reasonOf } from '../platform/node/files';
import { english, message } from '../shared/message';
import { UserError } from '../shared/result';

/**
 * Writes a finished report to a file (beside it first, then renamed: an interrupted run leaves no half report) or to
 * stdout. A reader that closes the pipe early (`| head`) is no error.
 */
export async function writeOutput(text: string, file: string | undefined): Promise<void> {
  if (file !== undefined) await writeWhole(file, text);
  else await writeStdout(text);
}

async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new UserError(message('cannot write {0}: {1}', file, english(reasonOf(error))));
  }
}

function writeStdout(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE'
        ? resolve()
        : reject(new UserError(message('cannot write to stdout: {0}', error.message))),
    );
    process.stdout.write(text, () => resolve());
  });
}

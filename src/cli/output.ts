import { rmSync } from 'node:fs';
import { open, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { english, type Message, message } from '../shared/message';
import { UserError } from '../shared/result';
import { onInterrupt } from './interrupt';

/** Writes a report, whole or in pieces, to a file or to stdout. A reader that closes the pipe early (`| head`) is no error. */
export async function writeOutput(text: string | Iterable<string>, file: string | undefined): Promise<void> {
  const pieces = typeof text === 'string' ? [text] : text;
  if (file !== undefined) await writeWhole(file, pieces);
  else for (const piece of pieces) if (!(await writeStdout(piece))) return;
}

/** Writes to stdout; false when nobody reads it any more. */
export function writeStdout(text: string): Promise<boolean> {
  const { stdout } = process;
  // Of what failed the answer tells. The stream says it too, then or later, and an error that nobody hears ends the process; that
  // others listen (threads that write through it) is no help, for they go away with the error.
  stdout.off('error', heardAlready).on('error', heardAlready);
  return new Promise((resolve, reject) => {
    stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) resolve(true);
      else if (error.code === 'EPIPE') resolve(false);
      else reject(cannotWrite('to stdout', error));
    });
  });
}

function heardAlready(): void {
  // See writeStdout.
}

/** Written beside the file first, then renamed: whatever happens, nobody finds half a report. */
async function writeWhole(file: string, text: Iterable<string>): Promise<void> {
  try {
    const target = await targetOf(file);
    const stats = await stat(target).catch(() => null);
    // A device or a pipe cannot be replaced by a file: it is written to.
    if (stats && !stats.isFile()) await writeFile(target, text);
    else await writeBeside(target, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** The file itself, behind symbolic links: a link stays one, also where what it names is yet to be made. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const named = await readlink(file).catch(() => null);
    return named === null ? file : resolve(dirname(file), named);
  }
}

async function writeBeside(target: string, text: Iterable<string>): Promise<void> {
  const beside = `${target}.${process.pid}.tmp`;
  const interrupt = onInterrupt(() => rmSync(beside, { force: true }));
  try {
    await writeFile(beside, text);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    interrupt.dispose();
  }
}

/** A file that grows by whole lines. */
export interface LineFile {
  /** Adds a line, whole or not at all. */
  add(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file to add lines behind `size` bytes; what is behind them is cut off. */
export async function openLines(file: string, size: number): Promise<LineFile> {
  try {
    const handle = await open(file, size === 0 ? 'w' : 'r+');
    let end = size;
    await handle.truncate(size);
    return {
      add: async (line) => {
        const bytes = Buffer.from(`${line}\n`);
        try {
          for (let done = 0; done < bytes.length;)
            done += (await handle.write(bytes, done, bytes.length - done, end + done)).bytesWritten;
          end += bytes.length;
        } catch (error) {
          await handle.truncate(end).catch(() => undefined);
          throw cannotWrite(file, error);
        }
      },
      close: () => handle.close(),
    };
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): UserError {
  return new UserError(message('cannot write {0}: {1}', file, english(reasonOf(error))));
}

function reasonOf(error: unknown): Message {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return message('the disk is full');
  if (code === 'ENOENT' || code === 'ENOTDIR') return message('there is no such folder');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return message('no permission to write there');
  if (code === 'EISDIR') return message('it is a folder');
  if (code === 'ELOOP') return message('a loop of symbolic links');
  return message('{0}', code ?? String(error));
}

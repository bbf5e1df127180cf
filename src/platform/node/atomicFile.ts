import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Message, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { isAlive } from './processes';

/**
 * Writes a file so that whoever reads it, at any moment and after any crash, reads the old bytes or the new ones, whole: written
 * beside it, pushed to the disk, renamed over it, and the rename pushed to the disk as well.
 */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<Result<null>> {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}${temporary}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(beside, bytes);
    await rename(beside, file);
    await pushFolder(dirname(file));
    return ok(null);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return failure(writeProblem(file, error));
  }
}

/** Removes what writers that were killed left beside a file; those of living processes stay. */
export async function sweepBeside(file: string): Promise<void> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const writer = writerOf(name, basename(file));
    if (writer !== null && !isAlive(writer))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

const temporary = '.tmp';

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Pushes to the disk what was renamed in a folder. */
export async function pushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The process that wrote a file beside `file`, or null where the name is another's. */
function writerOf(name: string, file: string): number | null {
  if (!name.startsWith(`${file}.`) || !name.endsWith(temporary)) return null;
  const [, pid] = /^(\d+)\.[0-9a-f]+$/.exec(name.slice(file.length + 1, -temporary.length)) ?? [];
  return pid === undefined ? null : Number(pid);
}

/** What the system's codes mean to a person. */
const problems: Readonly<Partial<Record<string, (file: string) => Message>>> = {
  ENOSPC: (file) => message('{0} cannot be written: the disk is full', file),
  EDQUOT: (file) => message('{0} cannot be written: the disk is full', file),
  EFBIG: (file) => message('{0} cannot be written: it would be too large', file),
  EROFS: (file) => message('{0} cannot be written: the disk is read-only', file),
  EACCES: (file) => message('{0} cannot be written: no permission', file),
  EPERM: (file) => message('{0} cannot be written: no permission', file),
};

/** A sentence for a write that failed. */
export function writeProblem(file: string, error: unknown): Message {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return problems[code]?.(file) ?? message('{0} cannot be written ({1})', file, code);
}

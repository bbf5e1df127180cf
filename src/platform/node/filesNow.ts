import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FilesNow, FileStamp, PathKind } from '../../shared/host';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { reasonOf, tooLarge } from './files';

/**
 * The files of a folder on disk, read without waiting: for scan threads, which have nothing else to do, and for which a
 * promise a file costs more than the reading.
 */
export class NodeFilesNow implements FilesNow {
  /** @param root absolute path of the folder */
  constructor(private readonly root: string) {}

  read(path: string, maxBytes = Number.MAX_SAFE_INTEGER): Result<Uint8Array> {
    try {
      // O_NONBLOCK: opening a named pipe must not wait for a writer.
      const file = openSync(join(this.root, path), constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const stats = fstatSync(file);
        if (!stats.isFile()) return failure(message('not a regular file'));
        if (stats.size > maxBytes) return failure(tooLarge(stats.size, maxBytes));
        return ok(readAll(file, stats.size));
      } finally {
        closeSync(file);
      }
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  kind(path: string): PathKind {
    const stats = statsOf(join(this.root, path));
    if (!stats) return 'nothing';
    return stats.isDirectory() ? 'folder' : 'file';
  }

  stamp(path: string): FileStamp | null {
    const stats = statsOf(`${this.root}/${path}`);
    if (!stats?.isFile()) return null;
    const { size, mtimeMs, ctimeMs } = stats;
    return {
      text: `${String(size)} ${String(mtimeMs)} ${String(ctimeMs)}`,
      changed: Math.max(mtimeMs, ctimeMs),
    };
  }

  names(folder: string): readonly string[] {
    try {
      return readdirSync(join(this.root, folder)).sort();
    } catch {
      return [];
    }
  }
}

/** Null where nothing can be seen: also for a path that goes through a file, or in a circle. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function readAll(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

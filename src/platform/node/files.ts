import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cancellation, FileList, Files, PathKind, SkippedFile } from '../../shared/host';
import { type Message, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { withoutVendored } from '../vendored';
import { gitFiles } from './git';
import { type ReadFolder, readFolder, walk } from './walk';

/** The files of a folder on disk. */
export class NodeFiles implements Files {
  /** @param root absolute path of the folder */
  constructor(
    private readonly root: string,
    private readonly entries: ReadFolder = readFolder,
  ) {}

  async list(cancellation: Cancellation): Promise<FileList> {
    const listed = await gitFiles(this.root);
    if (!listed) {
      const { files, skipped } = await walk(this.root, cancellation, this.entries);
      return { files: [...files].sort(), skipped };
    }
    const { files, skipped } = await this.expand(listed, cancellation);
    return { files: withoutVendored(files).sort(), skipped };
  }

  async read(path: string, maxBytes = Number.MAX_SAFE_INTEGER): Promise<Result<Uint8Array>> {
    try {
      // O_NONBLOCK: opening a named pipe must not wait for a writer.
      const handle = await open(this.absolute(path), constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const stats = await handle.stat();
        if (!stats.isFile()) return failure(message('not a regular file'));
        if (stats.size > maxBytes) return failure(tooLarge(stats.size, maxBytes));
        return ok(await handle.readFile());
      } finally {
        await handle.close();
      }
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  async kind(path: string): Promise<PathKind> {
    try {
      const stats = await stat(this.absolute(path));
      return stats.isDirectory() ? 'folder' : 'file';
    } catch {
      return 'nothing';
    }
  }

  async names(folder: string): Promise<readonly string[]> {
    try {
      return (await readdir(this.absolute(folder))).sort();
    } catch {
      return [];
    }
  }

  /** Git names a submodule or a nested repository by its folder: their files are listed as well. */
  private async expand(listed: readonly string[], cancellation: Cancellation): Promise<FileList> {
    const files: string[] = [];
    const skipped: SkippedFile[] = [];
    for (const path of listed) {
      if (cancellation.cancelled) break;
      if (!path.endsWith('/')) {
        files.push(path);
        continue;
      }
      const folder = path.slice(0, -1);
      const inner = await new NodeFiles(this.absolute(folder), this.entries).list(cancellation);
      files.push(...inner.files.map((file) => `${folder}/${file}`));
      skipped.push(...inner.skipped.map((skip) => ({ ...skip, file: `${folder}/${skip.file}` })));
    }
    return { files, skipped };
  }

  private absolute(path: string): string {
    return join(this.root, path);
  }
}

/** A sentence for a file over the limit. */
export function tooLarge(size: number, limit: number): Message {
  return message('too large: {0} MB, the limit is {1} MB', Math.ceil(size / 1e6), Math.floor(limit / 1e6));
}

/** A sentence for an error of the file system. */
export function reasonOf(error: unknown): Message {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return message('no such file');
  if (code === 'EACCES' || code === 'EPERM') return message('no permission to read it');
  if (code === 'ELOOP') return message('a loop of symbolic links');
  return message('cannot be read: {0}', code ?? String(error));
}

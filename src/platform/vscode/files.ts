import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { Cancellation, FileList, Files, PathKind, SkippedFile } from '../../shared/host';
import { type Message, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { environmentMarker, isVendoredName } from '../vendored';

/** The files of a workspace folder that no disk path leads to: a remote repository, a database, an archive. */
export class VscodeFiles implements Files {
  constructor(private readonly root: Uri) {}

  /** Every file below the folder. Symbolic links to folders are not followed: a loop has no end. */
  async list(cancellation: Cancellation): Promise<FileList> {
    const files: string[] = [];
    const skipped: SkippedFile[] = [];
    const waiting = [''];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (cancellation.cancelled) break;
      const prefix = folder ? `${folder}/` : '';
      try {
        const entries = await workspace.fs.readDirectory(this.uri(folder));
        if (folder && entries.some(([name]) => name === environmentMarker)) continue;
        for (const [name, type] of entries) {
          if (type === FileType.Directory && !isVendoredName(name)) waiting.push(prefix + name);
          else if (type & FileType.File) files.push(prefix + name);
        }
      } catch (error) {
        skipped.push({ file: folder, reason: reasonOf(error) });
      }
    }
    return { files: files.sort(), skipped };
  }

  async read(path: string, maxBytes = Number.MAX_SAFE_INTEGER): Promise<Result<Uint8Array>> {
    try {
      const { size, type } = await workspace.fs.stat(this.uri(path));
      if (!(type & FileType.File)) return failure(message('not a regular file'));
      if (size > maxBytes) return failure(tooLarge(size, maxBytes));
      return ok(await workspace.fs.readFile(this.uri(path)));
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  async kind(path: string): Promise<PathKind> {
    try {
      const { type } = await workspace.fs.stat(this.uri(path));
      return type & FileType.Directory ? 'folder' : 'file';
    } catch {
      return 'nothing';
    }
  }

  async names(folder: string): Promise<readonly string[]> {
    try {
      return (await workspace.fs.readDirectory(this.uri(folder))).map(([name]) => name).sort();
    } catch {
      return [];
    }
  }

  private uri(path: string): Uri {
    return path ? Uri.joinPath(this.root, path) : this.root;
  }
}

function tooLarge(size: number, limit: number): Message {
  return message('too large: {0} MB, the limit is {1} MB', Math.ceil(size / 1e6), Math.floor(limit / 1e6));
}

function reasonOf(error: unknown): Message {
  if (error instanceof FileSystemError) {
    if (error.code === 'FileNotFound') return message('no such file');
    if (error.code === 'NoPermissions') return message('no permission to read it');
  }
  return message('cannot be read: {0}', error instanceof Error ? error.message : String(error));
}

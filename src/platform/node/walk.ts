import { type Dirent, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cancellation, FileList, SkippedFile } from '../../shared/host';
import { environmentMarker, isVendoredName } from '../vendored';
import { reasonOf } from './files';

/** Reads the entries of a folder. */
export type ReadFolder = (folder: string) => Dirent[] | Promise<Dirent[]>;

/** For a thread that others need. */
export const readFolder: ReadFolder = (folder) => readdir(folder, { withFileTypes: true });

/**
 * The folders of one scan, for a thread that has nothing else to do: to wait for each of thousands takes longer than to read it. What
 * the walk saw in them is known afterwards, as it was then.
 */
export class WalkedFolders {
  /** By absolute path. */
  private readonly known = new Map<string, readonly string[]>();

  readonly read: ReadFolder = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    this.known.set(
      folder,
      entries.map(({ name }) => name),
    );
    return entries;
  };

  /** The names in a folder that was walked; undefined for another. */
  names(folder: string): readonly string[] | undefined {
    return this.known.get(folder);
  }
}

/**
 * Every file below a folder, outside git. Folders of other people's code are not entered; symbolic links are not
 * followed (what they lead to inside the folder is listed anyway, and a loop has no end).
 */
export async function walk(root: string, cancellation: Cancellation, read: ReadFolder): Promise<FileList> {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (cancellation.cancelled) break;
    const prefix = folder ? `${folder}/` : '';
    try {
      const entries = await read(join(root, folder));
      if (folder && entries.some((entry) => entry.name === environmentMarker)) continue;
      for (const entry of entries) {
        if (entry.isDirectory() && !isVendoredName(entry.name)) waiting.push(prefix + entry.name);
        else if (entry.isFile()) files.push(prefix + entry.name);
      }
    } catch (error) {
      skipped.push({ file: folder, reason: reasonOf(error) });
    }
  }
  return { files, skipped };
}

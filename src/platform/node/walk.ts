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

/** For a thread that has nothing else to do: waiting for each of thousands of folders takes longer than reading it. */
export const readFolderNow: ReadFolder = (folder) => readdirSync(folder, { withFileTypes: true });

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

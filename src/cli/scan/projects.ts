/** From paths to projects: a folder is one; files of one project that follow each other are scanned, and reported, together. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { reasonOf } from '../../platform/node/files';
import { workTree } from '../../platform/node/workTree';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';

/** What one scan covers. */
export interface Project {
  /** As it was typed: the folder, or the first of the files. */
  readonly path: string;
  /** Without symbolic links. */
  readonly root: string;
  /** The files that were meant, relative to the root; null is all. */
  readonly only: readonly string[] | null;
}

/** The projects of paths, in their order. A path that leads nowhere goes to `lost`, and the others go on. */
export async function* projectsOf(
  paths: AsyncIterable<string>,
  lost: (error: UserError) => void,
): AsyncGenerator<Project> {
  let files: { readonly path: string; readonly root: string; readonly only: string[] } | null = null;
  for await (const path of paths) {
    const found = locate(path);
    if (found instanceof UserError) {
      lost(found);
      continue;
    }
    const { root, file } = found;
    if (files && file !== null && files.root === root) {
      files.only.push(file);
      continue;
    }
    if (files) yield files;
    files = file === null ? null : { path, root, only: [file] };
    if (file === null) yield { path, root, only: null };
  }
  if (files) yield files;
}

/** The project of a path: the folder itself; for a file its git work tree, where it is in one, else its folder. */
function locate(path: string): { readonly root: string; readonly file: string | null } | UserError {
  try {
    const absolute = realpathSync(path);
    if (statSync(absolute).isDirectory()) return { root: absolute, file: null };
    const folder = dirname(absolute);
    const root = workTree(folder) ?? folder;
    return { root, file: relative(root, absolute).split(sep).join('/') };
  } catch (error) {
    return new UserError(message('{0}: {1}', path, english(reasonOf(error))));
  }
}

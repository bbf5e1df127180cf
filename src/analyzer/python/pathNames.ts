/** Names of workspace paths: relative to the folder, `/`-separated. No file system is asked. */

/** The folder of a path; '' for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A path below a folder; '' is the root. */
export function joinTwoPaths(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** Without `.`, `..` and doubled slashes; null when it leads out of the folder or is absolute. */
export function normalPath(path: string): string | null {
  if (/^(\/|~|[A-Za-z]:)/.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split(/[\\/]+/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** A folder and those around it, innermost first, the root ('') last. */
export function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== '';) folders.push((at = folderOf(at)));
  return folders;
}

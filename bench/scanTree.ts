/** Composes the tree of a scan benchmark. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A composed tree. */
export interface Tree {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Copies `count` Python files of the source folders to `folder`, each n-th of all, so that a smaller tree is made of the
 * same mixture. Reads each copy once.
 */
export function composeTree(sources: readonly string[], folder: string, count: number): Tree {
  const all = sources.flatMap((source) => pythonFiles(source).map((path) => [source, path] as const));
  if (all.length < count) throw new Error(`only ${String(all.length)} Python files in ${sources.join(', ')}`);
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const [source, path] = all[Math.floor((index * all.length) / count)] ?? ['', ''];
    const target = join(folder, basename(source), path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(source, path), target);
    bytes += readFileSync(target).length;
  }
  return { folder, files: count, bytes };
}

/** How many Python files lie below folders. */
export function countPython(sources: readonly string[]): number {
  return sources.reduce((count, source) => count + pythonFiles(source).length, 0);
}

function pythonFiles(root: string, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return pythonFiles(root, path);
    return entry.isFile() && path.endsWith('.py') ? [path] : [];
  });
}

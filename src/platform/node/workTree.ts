import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The git work tree that a folder lies in: the nearest folder, from it upwards, that git has its own in. */
export function workTree(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? null : workTree(above);
}

import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the cache may take on the disk, in bytes. */
const mostBytes = 256_000_000;
/** It is looked through once in so many milliseconds. */
const interval = 24 * 3600 * 1000;
const marker = 'pruned';

interface CacheFile {
  readonly file: string;
  readonly bytes: number;
  readonly time: number;
}

/** Prunes a cache folder unless that was done lately. */
export async function pruneNowAndThen(folder: string, now = Date.now()): Promise<void> {
  const last = await stat(join(folder, marker)).catch(() => null);
  if (last && now - last.mtimeMs < interval) return;
  await writeFile(join(folder, marker), '');
  await pruneCache(folder, mostBytes);
}

/** Deletes the files of a cache that were written longest ago, until the rest takes no more than `limit` bytes. */
export async function pruneCache(folder: string, limit: number): Promise<void> {
  const files = (await cacheFiles(folder)).sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const { file, bytes: size } of files) {
    bytes += size;
    if (bytes > limit) await rm(file, { force: true });
  }
}

/** Files of the cache's own making: two hexadecimal digits, then the key. Nothing else in the folder is touched. */
async function cacheFiles(folder: string): Promise<CacheFile[]> {
  const found: CacheFile[] = [];
  for (const part of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      if (!/^[0-9a-f]+\.json/.test(name)) continue;
      const file = join(folder, part, name);
      const stats = await stat(file).catch(() => null);
      if (stats?.isFile()) found.push({ file, bytes: stats.size, time: stats.mtimeMs });
    }
  }
  return found;
}

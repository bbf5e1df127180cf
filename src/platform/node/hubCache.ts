import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from '../../shared/host';

/** Answers of the hub with their ETags, one file each. A folder that cannot be read or written is a cache that forgets. */
export function openHubCache(folder: string): Cache {
  const fileOf = (key: string) =>
    join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`);
  return {
    get: (key) => readFile(fileOf(key), 'utf8').catch(() => undefined),
    set: async (key, value) => {
      const beside = `${fileOf(key)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(beside, value, { mode: 0o600 });
        await rename(beside, fileOf(key));
      } catch {
        // Nothing is lost but time.
      }
    },
  };
}

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { version } from '../../../package.json';
import { CachedScanner } from '../../inventory/cachedScanner';
import { FactsCache } from '../../inventory/factsCache';
import { standingAt } from '../../inventory/loadedWorkspace';
import type { Scanner } from '../../inventory/scanner';
import type { Cache } from '../../shared/host';
import { digest } from './digest';
import { NodeFilesNow } from './filesNow';
import { pruneNowAndThen } from './pruneCache';
import type { WalkedFolders } from './walk';

/** `$XDG_CACHE_HOME/ptm-lens`, by the XDG base directory specification: `~/.cache` where the variable is not set. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base && base.startsWith('/') ? base : join(homedir(), '.cache'), 'ptm-lens');
}

/** What a scanner with a memory works with. */
export interface CacheSetup {
  /** Folder of the cache. */
  readonly folder: string;
  /** The folder that is scanned. */
  readonly root: string;
  /** What the listing of the folder saw. */
  readonly walked?: WalkedFolders;
  readonly breathe?: () => Promise<void>;
}

/** A scanner that remembers earlier scans. `BUILD_ID` is set by the build: other code, other facts. */
export function withCache(scanner: Scanner, { folder, root, walked, breathe }: CacheSetup): Scanner {
  const now = new NodeFilesNow(root);
  const look = {
    read: (path: string) => now.read(path),
    stamp: (path: string) => now.stamp(path),
    names: (path: string) => walked?.names(join(root, path)) ?? now.names(path),
    path: (path: string) => standingAt(path, now),
  };
  const cache = new FactsCache(new DiskCache(folder), digest, `${version} ${BUILD_ID} ${root}`, look);
  return new CachedScanner(scanner, cache, breathe);
}

/** One file a key, which is a hexadecimal number. A folder that cannot be read or written is a cache that forgets. */
export class DiskCache implements Cache {
  private pruned = false;

  constructor(private readonly folder: string) {}

  async get(key: string): Promise<string | undefined> {
    try {
      // Decoded as a whole: what readFile decodes comes in pieces.
      return (await readFile(this.file(key))).toString('utf8');
    } catch {
      return undefined;
    }
  }

  /** Written beside and renamed, so that another process never reads half an entry. */
  async set(key: string, value: string): Promise<void> {
    const file = this.file(key);
    const beside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(beside, value);
      await rename(beside, file);
      if (!this.pruned) await pruneNowAndThen(this.folder);
      this.pruned = true;
    } catch {
      // Nothing is lost but time.
    }
  }

  private file(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key.slice(2)}.json`);
  }
}

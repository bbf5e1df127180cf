import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import type { Cache } from '../../shared/host';
import { DiskCache } from './cache';

/** Answers of the hub with their ETags, for nobody but this user: a card may be of a private model. */
export class HubCache implements Cache {
  private readonly disk: DiskCache;

  constructor(private readonly folder: string) {
    this.disk = new DiskCache(folder);
  }

  get(key: string): Promise<string | undefined> {
    return this.disk.get(digestOf(key));
  }

  async set(key: string, value: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    await this.disk.set(digestOf(key), value);
  }

  /** Forgets all of them. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40);
}

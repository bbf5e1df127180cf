import { basename, dirname, join, resolve } from 'node:path';
import { version } from '../../../package.json';
import type { Catalogue } from '../../db/catalogue';
import { KeptLookups } from '../../inventory/keptLookups';
import { DiskCache } from '../../platform/node/cache';
import { digest } from '../../platform/node/digest';
import { NodeFilesNow } from '../../platform/node/filesNow';
import type { FileStamp } from '../../shared/host';
import { dist } from '../dist';

/** A catalogue that was changed so shortly ago (in ms) may change again under the same time. */
const racy = 2000;

/**
 * The catalogue of a scan, with what it answered to earlier scans of a folder. Loading SQLite and asking it takes longer than all else
 * of a scan in which nothing has changed: it is done when something is asked that was not asked before.
 */
export class ScanCatalogue {
  private opened: Promise<Catalogue> | null = null;
  /** The key of a folder's answers begins with it; null where nothing is kept. */
  private readonly generation: string | null;
  private readonly cache: DiskCache | null;

  /** @param file the catalogue's, or undefined for the one that ships */
  constructor(
    private readonly file: string | undefined,
    cacheFolder: string | null,
  ) {
    const path = resolve(file ?? join(dist, 'catalog.sqlite'));
    const stamp = stampOf(path);
    const isSettled = stamp !== null && stamp.changed < Date.now() - racy;
    this.generation = isSettled ? ['answers', version, BUILD_ID, path, stamp.text].join('\n') : null;
    this.cache = cacheFolder === null ? null : new DiskCache(cacheFolder);
  }

  /** The catalogue itself; the `UserError` that says why it cannot be opened. */
  open(): Promise<Catalogue> {
    return (this.opened ??= import('../parts').then(({ requireCatalogue }) => requireCatalogue(this.file)));
  }

  /** What is known without the catalogue; with it where that is nothing. */
  async answers(root: string): Promise<KeptLookups> {
    const key = this.keyOf(root);
    const answers = new KeptLookups(key === null ? undefined : await this.cache?.get(key));
    if (this.opened || answers.isNew) answers.complete(await this.open());
    return answers;
  }

  async keep(root: string, answers: KeptLookups): Promise<void> {
    const key = this.keyOf(root);
    const text = key === null ? null : answers.text();
    if (key !== null && text !== null) await this.cache?.set(key, text);
  }

  async dispose(): Promise<void> {
    (await this.opened)?.dispose();
  }

  private keyOf(root: string): string | null {
    return this.generation === null ? null : digest(`${this.generation}\n${root}`);
  }
}

function stampOf(path: string): FileStamp | null {
  return new NodeFilesNow(dirname(path)).stamp(basename(path));
}

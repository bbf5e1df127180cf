import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueBytes, LayerName, LayerStore } from '../../shared/layerStore';
import { english, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { sweepBeside, writeAtomically, writeProblem } from './atomicFile';
import { reasonOf } from './files';
import { indexBeside, indexPath } from './indexFile';

/** What closes a file of ours: a mark with the format's version, then the SHA-256 of all before it. SQLite reads no further than its pages. */
const mark = Buffer.from('PTMLENS1', 'latin1');
const digestLength = 32;

/** Catalogues in a folder, one file each and one for its search index, sealed by a checksum. Everyone may open them as SQLite databases. */
export class DiskLayers implements LayerStore {
  constructor(private readonly folder: string) {}

  async read(name: LayerName): Promise<Result<Uint8Array | null>> {
    const file = this.file(name);
    await sweepBeside(file);
    await sweepBeside(indexPath(file));
    try {
      const opened = unseal(await readFile(file));
      return opened.ok ? opened : failure(message('{0} cannot be used: {1}', file, english(opened.error)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
      return failure(message('{0} cannot be read: {1}', file, english(reasonOf(error))));
    }
  }

  readIndex(name: LayerName): Uint8Array | null {
    const sealed = indexBeside(this.file(name))();
    const opened = sealed && unseal(sealed);
    return opened?.ok ? opened.value : null;
  }

  /** What is there and damaged is kept beside: it may be a newer program's. */
  async write(name: LayerName, { catalogue, index }: CatalogueBytes): Promise<Result<null>> {
    const file = this.file(name);
    const before = await this.read(name);
    if (!before.ok) await rename(file, `${file}.damaged`).catch(() => undefined);
    // The index first: until the catalogue follows it is another one's, which is seen, and one is made in memory.
    if (!index) await rm(indexPath(file), { force: true }).catch(() => undefined);
    const indexed = index ? await writeAtomically(indexPath(file), seal(index)) : ok(null);
    return indexed.ok ? await writeAtomically(file, seal(catalogue)) : indexed;
  }

  async remove(name: LayerName): Promise<Result<null>> {
    const removed = await gone(this.file(name));
    return removed.ok ? await gone(indexPath(this.file(name))) : removed;
  }

  private file(name: LayerName): string {
    return join(this.folder, `${name}.sqlite`);
  }
}

async function gone(file: string): Promise<Result<null>> {
  try {
    await rm(file, { force: true });
    return ok(null);
  } catch (error) {
    return failure(writeProblem(file, error));
  }
}

/** The bytes with mark and checksum behind them. */
export function seal(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, mark, digestOf(bytes)]);
}

/** The bytes before the seal, if they are those that were sealed. */
export function unseal(sealed: Uint8Array): Result<Uint8Array> {
  const end = sealed.length - mark.length - digestLength;
  const tail = sealed.subarray(Math.max(end, 0));
  if (end < 0 || !mark.equals(tail.subarray(0, mark.length)))
    return failure(message('it is cut off, or of another version'));
  const bytes = sealed.subarray(0, end);
  const isWhole = digestOf(bytes).equals(tail.subarray(mark.length));
  return isWhole ? ok(bytes) : failure(message('its checksum does not fit'));
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

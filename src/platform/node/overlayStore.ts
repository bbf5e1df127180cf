import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type LayerName, type LayerStore } from '../../shared/layerStore';
import { english, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { sweepBeside, writeAtomically, writeProblem } from './atomicFile';
import { reasonOf } from './files';

/** What closes a file of ours: a mark with the format's version, then the SHA-256 of all before it. SQLite reads no further than its pages. */
const mark = Buffer.from('PTMLENS1', 'latin1');
const digestLength = 32;

/** Catalogues in a folder, one file each, sealed by a checksum. Everyone may open them as SQLite databases. */
export class DiskLayers implements LayerStore {
  constructor(private readonly folder: string) {}

  async read(name: LayerName): Promise<Result<Uint8Array | null>> {
    const file = this.file(name);
    await sweepBeside(file);
    try {
      const opened = unseal(await readFile(file));
      return opened.ok ? opened : failure(message('{0} cannot be used: {1}', file, english(opened.error)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
      return failure(message('{0} cannot be read: {1}', file, english(reasonOf(error))));
    }
  }

  /** What is there and damaged is kept beside: it may be a newer program's. */
  async write(name: LayerName, bytes: Uint8Array): Promise<Result<null>> {
    const file = this.file(name);
    const before = await this.read(name);
    if (!before.ok) await rename(file, `${file}.damaged`).catch(() => undefined);
    return await writeAtomically(file, seal(bytes));
  }

  async remove(name: LayerName): Promise<Result<null>> {
    try {
      await rm(this.file(name), { force: true });
      return ok(null);
    } catch (error) {
      return failure(writeProblem(this.file(name), error));
    }
  }

  private file(name: LayerName): string {
    return join(this.folder, `${name}.sqlite`);
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

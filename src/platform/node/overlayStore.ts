import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayerName, LayerStore, StoredCatalogue } from '../../shared/layerStore';
import { english, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { pushFolder, sweepBeside, writeAtomically, writeProblem } from './atomicFile';
import { reasonOf } from './files';
import { indexBeside, indexPath } from './indexFile';
import { openPaged } from './pagedFile';
import { seal, sealFlaw, verifySeal } from './seal';

/** Catalogues in a folder, one file each and one for its search index, both sealed. Everyone may open them as SQLite databases. */
export class DiskLayers implements LayerStore {
  constructor(private readonly folder: string) {}

  async open(name: LayerName): Promise<Result<StoredCatalogue | null>> {
    const path = this.path(name);
    await sweepBeside(path);
    try {
      const file = openPaged(path);
      const flaw = sealFlaw(file);
      if (!flaw) return ok({ file, readIndex: () => this.readIndex(name) });
      file.close?.();
      return failure(message('{0} cannot be used: {1}', path, english(flaw)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
      return failure(message('{0} cannot be read: {1}', path, english(reasonOf(error))));
    }
  }

  async verify(name: LayerName): Promise<Result<Uint8Array | null>> {
    const path = this.path(name);
    const index = indexPath(path);
    const verified = await verifiedFile(path);
    if (!verified.ok) return verified;
    // Without its index a catalogue answers as well: the first search makes one.
    if (!(await verifiedFile(index)).ok) await gone(index);
    return ok(await readFile(index).catch(() => null));
  }

  async write(name: LayerName, catalogue: Uint8Array): Promise<Result<null>> {
    await this.keepDamaged(name);
    await gone(indexPath(this.path(name)));
    return await writeAtomically(this.path(name), seal(catalogue));
  }

  async take(name: LayerName, made: string): Promise<Result<null>> {
    const path = this.path(name);
    await this.keepDamaged(name);
    try {
      await mkdir(this.folder, { recursive: true });
      // The index first: until the catalogue follows it is another one's, which is seen, and one is made in memory.
      await rename(indexPath(made), indexPath(path));
      await rename(made, path);
      await pushFolder(this.folder);
      return ok(null);
    } catch (error) {
      return failure(writeProblem(path, error));
    }
  }

  async remove(name: LayerName): Promise<Result<null>> {
    const removed = await gone(this.path(name));
    return removed.ok ? await gone(indexPath(this.path(name))) : removed;
  }

  /** What is there and damaged is kept beside before it is written over: it may be a newer program's. */
  private async keepDamaged(name: LayerName): Promise<void> {
    const path = this.path(name);
    const verified = await verifiedFile(path);
    if (!verified.ok) await rename(path, `${path}.damaged`).catch(() => undefined);
  }

  private readIndex(name: LayerName): Uint8Array | null {
    const index = indexBeside(this.path(name))();
    return index && !sealFlaw(index) ? index : null;
  }

  private path(name: LayerName): string {
    return join(this.folder, `${name}.sqlite`);
  }
}

/** Whether a sealed file is whole, or is not there at all. */
async function verifiedFile(path: string): Promise<Result<null>> {
  try {
    const verified = await verifySeal(path);
    return verified.ok
      ? verified
      : failure(message('{0} cannot be used: {1}', path, english(verified.error)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return failure(message('{0} cannot be read: {1}', path, english(reasonOf(error))));
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

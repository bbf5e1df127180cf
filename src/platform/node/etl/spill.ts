import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Spill } from '../../../db/etl/runs';

/** A spill in a file, which is gone with `dispose`. */
export class FileSpill implements Spill {
  private handle: number | undefined;

  constructor(private readonly file: string) {}

  append(bytes: Uint8Array): void {
    this.handle ??= openSync(this.file, 'w+');
    for (let at = 0; at < bytes.length;) at += writeSync(this.handle, bytes, at);
  }

  /** Another thread may read what was written: it opens the file anew. */
  read(at: number, length: number): Uint8Array {
    this.handle ??= openSync(this.file, 'r');
    const bytes = new Uint8Array(length);
    const read = readSync(this.handle, bytes, 0, length, at);
    return bytes.subarray(0, read);
  }

  dispose(): void {
    if (this.handle !== undefined) closeSync(this.handle);
    rmSync(this.file, { force: true });
  }
}

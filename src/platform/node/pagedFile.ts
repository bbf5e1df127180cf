import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { DatabaseFile } from '../../shared/databaseFile';

/** Opens a database file to be read where it is asked for. Throws Node's error. */
export function openPaged(path: string): DatabaseFile {
  // Windows lets nobody rename a file over one that is open: there it is read whole.
  if (process.platform === 'win32') return readFileSync(path);
  const handle = openSync(path, 'r');
  return new LazyFile(path, handle, fstatSync(handle).size);
}

/** A file that is open for reading and stays the same, whatever is renamed over its path meanwhile. */
class LazyFile implements DatabaseFile {
  private page = new Uint8Array(4096);

  constructor(
    readonly path: string,
    private readonly handle: number,
    readonly length: number,
  ) {}

  subarray(start: number, end: number): Uint8Array {
    if (end - start > this.page.length) this.page = new Uint8Array(end - start);
    const wanted = this.page.subarray(0, end - start);
    return wanted.fill(0, this.read(wanted, start));
  }

  slice(): this {
    return this;
  }

  readonly close = (): void => closeSync(this.handle);

  /** What cannot be read stays empty: an error here would leave SQLite in the middle of its work; of an empty page it says what is wrong. */
  private read(bytes: Uint8Array, start: number): number {
    try {
      return readSync(this.handle, bytes, 0, bytes.length, start);
    } catch {
      return 0;
    }
  }
}

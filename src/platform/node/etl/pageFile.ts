import { closeSync, openSync, writeSync } from 'node:fs';
import { pageSize } from '../../../db/etl/tablePages';

/** Where the header of an SQLite file counts its changes, its pages, and says of which change that number is. */
const changesAt = 24;
const pagesAt = 28;
const countedAt = 92;

/** Pages that are written at once where they follow each other. */
const pagesAtOnce = 256;

/** A closed SQLite file to which pages are added. */
export class PageFile {
  private readonly handle: number;
  private readonly buffer = new Uint8Array(pagesAtOnce * pageSize);
  private first = 0;
  private count = 0;

  constructor(file: string) {
    this.handle = openSync(file, 'r+');
  }

  put(number: number, page: Uint8Array): void {
    if (this.count === pagesAtOnce || number !== this.first + this.count) {
      this.flush();
      this.first = number;
    }
    this.buffer.set(page, this.count++ * pageSize);
  }

  /** Writes what is left, and into the header that the file has so many pages. */
  end(pages: number): void {
    this.flush();
    const header = new DataView(new ArrayBuffer(4));
    for (const [at, value] of [
      [pagesAt, pages],
      [changesAt, 1],
      [countedAt, 1],
    ] as const) {
      header.setUint32(0, value);
      this.write(new Uint8Array(header.buffer), at);
    }
  }

  close(): void {
    closeSync(this.handle);
  }

  private flush(): void {
    this.write(this.buffer.subarray(0, this.count * pageSize), (this.first - 1) * pageSize);
    this.count = 0;
  }

  private write(bytes: Uint8Array, at: number): void {
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.handle, bytes, done, bytes.length - done, at + done);
  }
}

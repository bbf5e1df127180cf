/**
 * The rows of a table of an SQLite file in their order, read page by page as the format says (sqlite.org/fileformat2.html). A question to
 * SQLite costs for each row thirty times as much, and a PeaTMOSS.db has millions of links.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Pages that contradict the format. */
export class DamagedPages extends Error {
  override readonly message = 'its pages are damaged';
}

const leafKind = 0x0d;
const interiorKind = 0x05;

/** No table is deeper, whatever its size. */
const deepest = 20;

/** The texts' encodings by their numbers in the header. Of the third the bytes are swapped. */
const encodings = { 1: 'utf8', 2: 'utf16le', 3: 'utf16le' } as const;
const swapped = 3;

/** An SQLite file of which whole tables are read. Close it. */
export class PagedFile {
  private readonly handle: number;
  private readonly pageSize: number;
  private readonly pages: number;
  /** What a page holds: some keep bytes at their ends for others. */
  readonly usable: number;
  private readonly encoding: number;

  constructor(file: string) {
    this.handle = openSync(file, 'r');
    const header = Buffer.alloc(100);
    readSync(this.handle, header, 0, 100, 0);
    this.pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    this.usable = this.pageSize - header.readUInt8(20);
    this.encoding = header.readUInt32BE(56);
    this.pages = Math.floor(fstatSync(this.handle).size / this.pageSize);
  }

  close(): void {
    closeSync(this.handle);
  }

  /** The rows of the table with this root. */
  rows(root: number): Rows {
    return new Rows(this, this.leaves(root, new Walk(this.pages), 0));
  }

  private *leaves(page: number, walk: Walk, depth: number): Generator<Leaf> {
    if (depth > deepest) throw new DamagedPages();
    const bytes = this.page(page, walk.buffer(depth, this.pageSize));
    const start = page === 1 ? 100 : 0;
    if (bytes[start] === leafKind) return yield { bytes, start };
    if (bytes[start] !== interiorKind) throw new DamagedPages();
    const count = bytes.readUInt16BE(start + 3);
    for (let cell = 0; cell < count; cell++) {
      const child = wordAt(bytes, shortAt(bytes, start + 12 + 2 * cell));
      yield* this.leaves(child, walk, depth + 1);
    }
    yield* this.leaves(wordAt(bytes, start + 8), walk, depth + 1);
  }

  /** Reads a page into a buffer. */
  page(number: number, buffer: Buffer): Buffer {
    const read = readSync(this.handle, buffer, 0, this.pageSize, (number - 1) * this.pageSize);
    if (number < 1 || read < this.pageSize) throw new DamagedPages();
    return buffer;
  }

  /** A row of which a part lies in pages of its own: each begins with the number of the next. */
  whole(local: Buffer, first: number, length: number): Buffer {
    const parts = [local];
    let [missing, next] = [length - local.length, first];
    while (missing > 0) {
      const page = this.page(next, Buffer.alloc(this.pageSize));
      parts.push(page.subarray(4, Math.min(this.usable, 4 + missing)));
      missing -= this.usable - 4;
      next = wordAt(page, 0);
    }
    return Buffer.concat(parts);
  }

  text(bytes: Buffer, start: number, end: number): string {
    const encoding = encodings[this.encoding as keyof typeof encodings];
    if (this.encoding !== swapped) return bytes.toString(encoding, start, end);
    return Buffer.from(bytes.subarray(start, end - ((end - start) % 2)))
      .swap16()
      .toString(encoding);
  }
}

/** A page of rows, and where its head is. */
interface Leaf {
  readonly bytes: Buffer;
  readonly start: number;
}

/** The rows of a table one after the other: no generator, since they are millions. */
export class Rows {
  private readonly row: Row;
  private leaf: Leaf | undefined;
  private cell = 0;
  private cells = 0;

  constructor(
    file: PagedFile,
    private readonly leaves: Iterator<Leaf, void>,
  ) {
    this.row = new Row(file);
  }

  /** Valid until the next one is asked for; null behind the last. */
  next(): Row | null {
    while (!this.leaf || this.cell === this.cells) {
      const { value } = this.leaves.next();
      if (!value) return null;
      this.leaf = value;
      this.cell = 0;
      this.cells = value.bytes.readUInt16BE(value.start + 3);
    }
    const { bytes, start } = this.leaf;
    this.row.read(bytes, shortAt(bytes, start + 8 + 2 * this.cell++));
    return this.row;
  }
}

/** A walk down a tree: a buffer for each depth, and no more pages than the file has. */
class Walk {
  private readonly buffers: Buffer[] = [];

  constructor(private left: number) {}

  buffer(depth: number, size: number): Buffer {
    if (--this.left < 0) throw new DamagedPages();
    return (this.buffers[depth] ??= Buffer.alloc(size));
  }
}

/** One row: its key, and its columns by their places in the table. */
export class Row {
  key = 0;
  private bytes: Buffer = Buffer.alloc(0);
  /** The kind of each column, and where it begins. */
  private readonly kinds: number[] = [];
  private readonly starts: number[] = [];
  private columns = 0;
  private at = 0;

  constructor(private readonly file: PagedFile) {}

  /** Reads the cell at a place of a leaf. */
  read(page: Buffer, at: number): void {
    this.bytes = page;
    this.at = at;
    const length = this.varint();
    this.key = this.varint();
    this.locate(page, length);
    const head = this.at;
    const headEnd = head + this.varint();
    let start = headEnd;
    let columns = 0;
    for (; this.at < headEnd; columns++) {
      const kind = this.varint();
      this.kinds[columns] = kind;
      this.starts[columns] = start;
      start += widthOf(kind);
    }
    if (start > head + length || start > this.bytes.length) throw new DamagedPages();
    this.columns = columns;
  }

  /** A whole number; null for anything else, and for a column that the row has not. */
  integer(column: number): number | null {
    const kind = this.kind(column);
    const start = this.starts[column] ?? 0;
    if (kind === 8 || kind === 9) return kind - 8;
    if (kind === 6) return this.bytes.readInt32BE(start) * 2 ** 32 + this.bytes.readUInt32BE(start + 4);
    return kind >= 1 && kind <= 5 ? this.bytes.readIntBE(start, widthOf(kind)) : null;
  }

  isNull(column: number): boolean {
    return this.kind(column) === 0;
  }

  private kind(column: number): number {
    return column < this.columns ? (this.kinds[column] ?? 0) : 0;
  }

  /** A text; null for anything else, and for one that is longer. */
  text(column: number, longest: number): string | null {
    const kind = this.kind(column);
    if (kind < 13 || kind % 2 === 0) return null;
    const start = this.starts[column] ?? 0;
    const size = widthOf(kind);
    if (size > longest * 4) return null;
    const text = this.file.text(this.bytes, start, start + size);
    return text.length > longest ? null : text;
  }

  /** Puts a row together that is longer than its leaf may hold. */
  private locate(page: Buffer, length: number): void {
    const { usable } = this.file;
    if (length <= usable - 35) {
      if (this.at + length > usable) throw new DamagedPages();
      return;
    }
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const start = least + ((length - least) % (usable - 4));
    const end = this.at + (start <= usable - 35 ? start : least);
    this.bytes = this.file.whole(Buffer.from(page.subarray(this.at, end)), wordAt(page, end), length);
    this.at = 0;
  }

  private varint(): number {
    const start = this.at;
    let value = 0;
    for (; this.at < start + 8; value *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new DamagedPages();
      value += byte & 127;
      if (byte < 128) return value;
    }
    return this.longVarint(start);
  }

  /** All 64 bits, so it may be negative; the ninth byte counts whole. */
  private longVarint(start: number): number {
    let value = 0n;
    for (const byte of this.bytes.subarray(start, start + 8)) value = (value << 7n) | BigInt(byte & 127);
    value = (value << 8n) | BigInt(this.bytes[this.at++] ?? 0);
    return Number(BigInt.asIntN(64, value));
  }
}

function widthOf(kind: number): number {
  if (kind >= 12) return Math.floor((kind - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][kind] ?? 0;
}

function shortAt(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) throw new DamagedPages();
  return bytes.readUInt16BE(at);
}

function wordAt(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw new DamagedPages();
  return bytes.readUInt32BE(at);
}

/**
 * The rows of one table as pages of an SQLite file (sqlite.org/fileformat2.html), for rows that come in the order of their keys. A statement
 * for each row costs SQLite ten times as much: it binds value by value, looks for the place, copies twice. Pages are filled to their ends.
 */
import type { SqlValue } from '../sqlite';
import { RowBytes } from './rowBytes';
import { putVarint, varintLength } from './varint';

export const pageSize = 4096;

/** Takes a finished page by its number, from 1; valid until it returns. Most come in the order of their numbers. */
export type PutPage = (number: number, page: Uint8Array) => void;

const leafKind = 0x0d;
const interiorKind = 0x05;
const leafHead = 8;
const interiorHead = 12;

/** Of a row that is longer than the first, so much stays in the leaf as the format says; the rest goes to pages of its own. */
const longestRow = pageSize - 35;
const shortestStart = Math.floor(((pageSize - 12) * 32) / 255) - 23;

/** A child's place takes a page number, a key of nine bytes and its two-byte pointer. */
const mostChildren = Math.floor((pageSize - interiorHead) / 15);

/** SQLite locks by a byte of this page, which holds nothing therefore. */
const lockPage = 2 ** 30 / pageSize + 1;

interface Child {
  readonly page: number;
  readonly lastKey: number;
}

export class TablePages {
  private readonly leaf = new Page(leafKind, leafHead);
  private readonly leaves: Child[] = [];
  private readonly row = new RowBytes();
  private lastKey = 0;

  /**
   * @param root the table's page in the file
   * @param next the first page that the file has not
   */
  constructor(
    private readonly root: number,
    private next: number,
    private readonly put: PutPage,
  ) {}

  /** Adds a row; the first value is its key, larger than that of the row before. */
  add(values: readonly SqlValue[]): void {
    const key = Number(values[0]);
    const row = this.row.of(values);
    const local = inLeaf(row.length);
    const tail = local < row.length ? 4 : 0;
    const size = varintLength(row.length) + varintLength(key) + local + tail;
    if (!this.leaf.fits(size)) this.endLeaf(this.newPage());
    const at = this.leaf.cell(size);
    const keyAt = putVarint(this.leaf.bytes, at, row.length);
    const rowAt = putVarint(this.leaf.bytes, keyAt, key);
    this.leaf.bytes.set(row.subarray(0, local), rowAt);
    if (tail > 0) putWord(this.leaf.bytes, rowAt + local, this.overflow(row.subarray(local)));
    this.lastKey = key;
  }

  /** Writes what is left. Answers how many pages the file has now. */
  finish(): number {
    if (this.leaves.length === 0) {
      this.endLeaf(this.root);
      return this.next - 1;
    }
    this.endLeaf(this.newPage());
    for (let level = this.leaves; level.length > 1;) level = this.parents(level);
    return this.next - 1;
  }

  private endLeaf(number: number): void {
    this.put(number, this.leaf.bytes);
    this.leaves.push({ page: number, lastKey: this.lastKey });
    this.leaf.clear();
  }

  /** Pages over a level of pages, each with about as many children: the last one is the root. */
  private parents(children: readonly Child[]): Child[] {
    const count = Math.ceil(children.length / mostChildren);
    const start = (parent: number) => Math.floor((children.length * parent) / count);
    return Array.from({ length: count }, (_, parent) => {
      const number = count === 1 ? this.root : this.newPage();
      return this.parent(number, children.slice(start(parent), start(parent + 1)));
    });
  }

  private parent(number: number, children: readonly Child[]): Child {
    const page = new Page(interiorKind, interiorHead);
    const last = children.at(-1) ?? { page: 0, lastKey: 0 };
    for (const child of children.slice(0, -1)) {
      const at = page.cell(4 + varintLength(child.lastKey));
      putWord(page.bytes, at, child.page);
      putVarint(page.bytes, at + 4, child.lastKey);
    }
    putWord(page.bytes, leafHead, last.page);
    this.put(number, page.bytes);
    return { page: number, lastKey: last.lastKey };
  }

  /** A chain of pages, each with the number of the next. Answers the first's. */
  private overflow(rest: Uint8Array): number {
    const first = this.newPage();
    let number = first;
    for (let at = 0; at < rest.length;) {
      const page = new Uint8Array(pageSize);
      const part = rest.subarray(at, at + pageSize - 4);
      at += part.length;
      const next = at < rest.length ? this.newPage() : 0;
      putWord(page, 0, next);
      page.set(part, 4);
      this.put(number, page);
      number = next;
    }
    return first;
  }

  private newPage(): number {
    if (this.next === lockPage) this.next++;
    return this.next++;
  }
}

/** Pointers to cells grow from the head, cells from the end. */
class Page {
  readonly bytes = new Uint8Array(pageSize);
  private cells = 0;
  private start = pageSize;

  constructor(
    private readonly kind: number,
    private readonly head: number,
  ) {
    this.clear();
  }

  fits(size: number): boolean {
    return this.start - size >= this.head + 2 * (this.cells + 1);
  }

  /** Room for one more cell. Answers where it is. */
  cell(size: number): number {
    this.start -= size;
    putShort(this.bytes, this.head + 2 * this.cells++, this.start);
    putShort(this.bytes, 3, this.cells);
    putShort(this.bytes, 5, this.start);
    return this.start;
  }

  clear(): void {
    this.bytes.fill(0);
    this.bytes[0] = this.kind;
    this.cells = 0;
    this.start = pageSize;
    putShort(this.bytes, 5, this.start);
  }
}

function inLeaf(length: number): number {
  if (length <= longestRow) return length;
  const start = shortestStart + ((length - shortestStart) % (pageSize - 4));
  return start <= longestRow ? start : shortestStart;
}

function putShort(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value & 255;
}

function putWord(bytes: Uint8Array, at: number, value: number): void {
  putShort(bytes, at, value >>> 16);
  putShort(bytes, at + 2, value & 0xffff);
}

import type { SqlValue } from '../sqlite';
import { putVarint, varintLength } from './varint';

/** Whole numbers by the bytes that they take: each width's code, and the first number that it cannot hold. */
const widths = [
  { code: 1, width: 1, beyond: 2 ** 7 },
  { code: 2, width: 2, beyond: 2 ** 15 },
  { code: 3, width: 3, beyond: 2 ** 23 },
  { code: 4, width: 4, beyond: 2 ** 31 },
  { code: 5, width: 6, beyond: 2 ** 47 },
  { code: 6, width: 8, beyond: 2 ** 63 },
] as const;

/** The codes of 0 and 1, which take no byte. */
const zero = 8;
const firstBlob = 12;
const firstText = 13;

/** A row as SQLite keeps it: the kinds of its values, then the values. Numbers are whole and not negative. */
export class RowBytes {
  private bytes = new Uint8Array(1 << 12);
  private at = 0;
  private readonly codes: number[] = [];

  /** The first value is the row's key, which stands outside. The bytes are valid until the next call. */
  of(values: readonly SqlValue[]): Uint8Array {
    const head = this.headLength(values.length);
    this.at = head;
    this.codes.length = 0;
    this.codes.push(0);
    for (let column = 1; column < values.length; column++)
      this.codes.push(this.value(values[column] ?? null));
    const length = this.codes.reduce((sum, code) => sum + varintLength(code), 1);
    const start = head - length;
    let at = putVarint(this.bytes, start, length);
    for (const code of this.codes) at = putVarint(this.bytes, at, code);
    return this.bytes.subarray(start, this.at);
  }

  /** Room for the kinds, which are known when the values are written: they end where those begin. */
  private headLength(columns: number): number {
    if (columns * 5 >= 127) throw new RangeError('too many columns');
    return columns * 5 + 1;
  }

  private value(value: SqlValue): number {
    if (value === null) return 0;
    if (typeof value === 'number') return this.number(value);
    if (typeof value === 'string') return firstText + 2 * this.text(value);
    this.room(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
    return firstBlob + 2 * value.length;
  }

  private number(value: number): number {
    if (value === 0 || value === 1) return zero + value;
    for (const { code, width, beyond } of widths) {
      if (value >= beyond) continue;
      this.room(width);
      let rest = value;
      for (let place = this.at + width - 1; place >= this.at; place--) {
        this.bytes[place] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      this.at += width;
      return code;
    }
    throw new RangeError('the number is too large');
  }

  /** As UTF-8. Answers how many bytes. */
  private text(text: string): number {
    this.room(text.length * 3);
    const start = this.at;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        this.bytes[this.at++] = unit;
        continue;
      }
      const point = text.codePointAt(index) ?? unit;
      if (point > 0xffff) index++;
      this.point(point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
    }
    return this.at - start;
  }

  private point(point: number): void {
    const following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    const lead = following === 1 ? 0xc0 : following === 2 ? 0xe0 : 0xf0;
    this.bytes[this.at++] = lead | (point >>> (6 * following));
    for (let shift = 6 * (following - 1); shift >= 0; shift -= 6)
      this.bytes[this.at++] = 0x80 | ((point >>> shift) & 0x3f);
  }

  private room(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Numbers and texts as bytes: whole numbers from 0 as little-endian base-128, texts as UTF-16 units after their length. */

/** Bytes that grow at the end. */
export class ByteWriter {
  private bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) | 128;
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  text(value: string): void {
    this.number(value.length);
    this.room(value.length * 3);
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      if (unit < 128) this.bytes[this.length++] = unit;
      else this.number(unit);
    }
  }

  /** A text from its units. */
  units(units: Uint16Array, start: number, end: number): void {
    this.number(end - start);
    this.room((end - start) * 3);
    for (let at = start; at < end; at++) {
      const unit = units[at] ?? 0;
      if (unit < 128) this.bytes[this.length++] = unit;
      else this.number(unit);
    }
  }

  raw(values: Uint8Array): void {
    this.room(values.length);
    this.bytes.set(values, this.length);
    this.length += values.length;
  }

  /** What is written so far; valid until the next write. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.written());
    this.bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('packed bytes are cut off');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  text(): string {
    let left = this.number();
    let text = '';
    for (; left > 0; left--) text += String.fromCharCode(this.number());
    return text;
  }

  /** The units of a text into their places. */
  units(into: Uint16Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const unit = this.bytes[this.at] ?? 0x80;
      if (unit < 0x80) this.at++;
      into[at] = unit < 0x80 ? unit : this.number();
    }
  }

  raw(length: number): Uint8Array {
    const start = this.at;
    this.at += length;
    return this.bytes.slice(start, this.at);
  }
}

/** Sorted names, front-coded: what a name shares with the one before is not written again. */
import { ByteReader, ByteWriter } from '../etl/bytes';
import type { TextList } from '../etl/columns';
import { blockSize } from './file';

/** Packs names in the order of `order`. */
export function packNames(
  names: TextList,
  order: Uint32Array,
): { readonly bytes: Uint8Array; readonly blocks: Uint32Array } {
  const out = new ByteWriter(order.length * 16 + 16);
  const blocks = new Uint32Array(Math.ceil(order.length / blockSize));
  const { units } = names;
  order.forEach((number, place) => {
    const [start, end] = [names.start(number), names.end(number)];
    let shared = 0;
    if (place % blockSize === 0) {
      blocks[place / blockSize] = out.length;
    } else {
      const before = order[place - 1] ?? 0;
      const most = Math.min(end - start, names.end(before) - names.start(before));
      while (shared < most && units[start + shared] === units[names.start(before) + shared]) shared++;
    }
    out.number(shared);
    out.units(units, start + shared, end);
  });
  return { bytes: out.written().slice(), blocks };
}

/**
 * Reads packed names by their places. Goes on in the block where it read last: a walk in the order of the names reads each once, and any
 * other name costs a few before it.
 */
export class PackedNames {
  private readonly input: ByteReader;
  /** The name that was read last, and its place. */
  private units = new Uint16Array(512);
  private length = 0;
  private place = -1;

  constructor(
    bytes: Uint8Array,
    private readonly blocks: Uint32Array,
    readonly count: number,
  ) {
    this.input = new ByteReader(bytes);
  }

  at(place: number): string {
    if (place < 0 || place >= this.count) return '';
    const start = place - (place % blockSize);
    if (place < this.place || start > this.place) {
      this.input.at = this.blocks[start / blockSize] ?? 0;
      this.place = start - 1;
    }
    while (this.place < place) this.next();
    return textOf(this.units, this.length);
  }

  private next(): void {
    const shared = this.input.number();
    this.length = shared + this.input.number();
    if (this.length > this.units.length) {
      const larger = new Uint16Array(this.length * 2);
      larger.set(this.units);
      this.units = larger;
    }
    this.input.units(this.units, shared, this.length);
    this.place++;
  }

  /** The first place whose name, without case, is not before `text` (lower case). */
  from(text: string): number {
    return firstPlace(this.count, (place) => this.at(place).toLowerCase() >= text);
  }

  /** The places whose names begin with `text` (lower case). */
  startingWith(text: string): readonly [from: number, to: number] {
    return [this.from(text), this.from(`${text}\uffff`)];
  }
}

function textOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}

/** The first of `count` places for which `holds`, which holds for all after it. */
export function firstPlace(count: number, holds: (place: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

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

/** Reads packed names by their places. Keeps the block that was read last: a walk in the order of the names reads each once. */
export class PackedNames {
  private lastBlock = -1;
  private lastNames: readonly string[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly blocks: Uint32Array,
    readonly count: number,
  ) {}

  at(place: number): string {
    const block = Math.floor(place / blockSize);
    if (block !== this.lastBlock) {
      this.lastNames = this.read(block);
      this.lastBlock = block;
    }
    return this.lastNames[place % blockSize] ?? '';
  }

  private read(block: number): string[] {
    const input = new ByteReader(this.bytes, this.blocks[block] ?? 0);
    const names: string[] = [];
    let name = '';
    for (let left = Math.min(blockSize, this.count - block * blockSize); left > 0; left--) {
      const shared = input.number();
      name = name.slice(0, shared) + input.text();
      names.push(name);
    }
    return names;
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

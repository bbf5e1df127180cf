import type { TextList } from './columns';

/** The places of texts in the order of the texts without case, then with it, then of the places. */
export function sortedTexts(texts: TextList): Uint32Array {
  const order = Uint32Array.from({ length: texts.length }, (_, place) => place);
  const settle = (same: Uint32Array) => new UnitSort(texts, asWritten, same, (equal) => equal.sort()).run();
  new UnitSort(texts, lowerUnit, order, settle).run();
  return order;
}

/** A UTF-16 unit in lower case, where that is one unit as well. */
export function lowerUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

const asWritten = (unit: number) => unit;

/**
 * Sorts places by the units of their texts, one unit at a time (Bentley and Sedgewick's multikey quicksort): it looks at a beginning that many
 * texts share once, where a sort by comparison reads it again and again.
 */
class UnitSort {
  constructor(
    private readonly texts: TextList,
    /** What each unit counts as. */
    private readonly counted: (unit: number) => number,
    private readonly order: Uint32Array,
    /** Told of each range of equal texts. */
    private readonly equal: (same: Uint32Array) => void,
  ) {}

  run(): void {
    this.sort(0, this.order.length, 0);
  }

  private sort(start: number, end: number, startDepth: number): void {
    const { order } = this;
    let [from, to, depth] = [start, end, startDepth];
    while (to - from > 1) {
      const pivot = this.unit(order[(from + to) >>> 1] ?? 0, depth);
      let less = from;
      let more = to;
      for (let at = from; at < more;) {
        const unit = this.unit(order[at] ?? 0, depth);
        if (unit < pivot) this.swap(less++, at++);
        else if (unit > pivot) this.swap(at, --more);
        else at++;
      }
      this.sort(from, less, depth);
      this.sort(more, to, depth);
      if (pivot < 0) {
        if (more - less > 1) this.equal(order.subarray(less, more));
        return;
      }
      [from, to, depth] = [less, more, depth + 1];
    }
  }

  /** -1 behind the end. */
  private unit(place: number, depth: number): number {
    const at = this.texts.start(place) + depth;
    return at < this.texts.end(place) ? this.counted(this.texts.units[at] ?? 0) : -1;
  }

  private swap(a: number, b: number): void {
    const { order } = this;
    const kept = order[a] ?? 0;
    order[a] = order[b] ?? 0;
    order[b] = kept;
  }
}

import type { Asked } from '../usage';
import { type KnownAsked, nameOfAsked } from './world';

/** What was asked, in the order of its names: little of it changes from one text to the next. */
export class SortedAsked implements KnownAsked {
  private names: string[] = [];
  private list: Asked[] = [];
  /** The list as it was handed out: it stays as it is. */
  private copy: readonly Asked[] | null = null;

  get all(): readonly Asked[] {
    return (this.copy ??= [...this.list]);
  }

  has(asked: Asked): boolean {
    const name = nameOfAsked(asked);
    return this.names[this.placeOf(name)] === name;
  }

  add(name: string, asked: Asked): void {
    const at = this.placeOf(name);
    this.names.splice(at, 0, name);
    this.list.splice(at, 0, asked);
    this.copy = null;
  }

  delete(name: string): void {
    const at = this.placeOf(name);
    if (this.names[at] !== name) return;
    this.names.splice(at, 1);
    this.list.splice(at, 1);
    this.copy = null;
  }

  clear(): void {
    this.names = [];
    this.list = [];
    this.copy = null;
  }

  /** Where a name stands, or would. */
  private placeOf(name: string): number {
    let low = 0;
    let high = this.names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.names[middle] ?? '') < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

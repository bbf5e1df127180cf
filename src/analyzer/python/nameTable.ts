import type { SyntaxNode } from '../syntax';

/** Things of a module by name, each with the node it stands at; those of one name stand in the order of the source. */
export class NameTable<T> {
  private readonly lists = new Map<string, T[]>();

  constructor(private readonly nodeOf: (item: T) => SyntaxNode) {}

  /** Parts of a module are taken in when they are asked for, so what is added may belong between others. */
  add(name: string, item: T): void {
    const list = this.lists.get(name);
    if (!list) {
      this.lists.set(name, [item]);
      return;
    }
    const { start } = this.nodeOf(item);
    const last = list.at(-1);
    if (last === undefined || this.nodeOf(last).start <= start) list.push(item);
    else list.splice(this.firstAt(list, start + 1), 0, item);
  }

  get(name: string): readonly T[] | undefined {
    return this.lists.get(name);
  }

  keys(): Iterable<string> {
    return this.lists.keys();
  }

  /** Takes out, of these names, what begins between two offsets. */
  remove(names: Iterable<string>, start: number, end: number): void {
    for (const name of names) {
      const list = this.lists.get(name) ?? [];
      const from = this.firstAt(list, start);
      list.splice(from, this.firstAt(list, end) - from);
      if (list.length === 0) this.lists.delete(name);
    }
  }

  /** Index of the first that does not begin before an offset. */
  private firstAt(list: readonly T[], offset: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = list[middle];
      if (item !== undefined && this.nodeOf(item).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

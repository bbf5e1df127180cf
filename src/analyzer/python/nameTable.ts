import type { SyntaxNode } from '../syntax';

/** Things of a module by name, each with the node it stands at; those of one name come in the order of the source. */
export class NameTable<T> {
  private readonly lists = new Map<string, T[]>();
  /** Names whose list is out of order: parts of a module are taken in when they are asked for. */
  private readonly unsorted = new Set<string>();

  constructor(private readonly nodeOf: (item: T) => SyntaxNode) {}

  add(name: string, item: T): void {
    const list = this.lists.get(name);
    if (!list) {
      this.lists.set(name, [item]);
      return;
    }
    const last = list.at(-1);
    if (last !== undefined && this.startOf(last) > this.startOf(item)) this.unsorted.add(name);
    list.push(item);
  }

  get(name: string): readonly T[] | undefined {
    const list = this.lists.get(name);
    if (list && this.unsorted.delete(name)) list.sort((a, b) => this.startOf(a) - this.startOf(b));
    return list;
  }

  keys(): Iterable<string> {
    return this.lists.keys();
  }

  /** Takes out, of these names, what stands at one of these nodes. */
  remove(names: Iterable<string>, nodes: ReadonlySet<SyntaxNode>): void {
    for (const name of names) {
      const left = this.lists.get(name)?.filter((item) => !nodes.has(this.nodeOf(item))) ?? [];
      if (left.length > 0) this.lists.set(name, left);
      else this.lists.delete(name);
    }
  }

  private startOf(item: T): number {
    return this.nodeOf(item).start;
  }
}

import type { SyntaxNode } from '../syntax';

/**
 * Identifiers by name, those of one name in the order of the source. Few of a module's names are ever asked for: instead of
 * cutting each out of the text, an identifier is put with those of its length, first and last character.
 */
export class IdentifierTable {
  private readonly groups = new Map<number, SyntaxNode[]>();

  /** @param text the text in which the nodes stand now */
  constructor(private readonly text: () => string) {}

  /** Parts of a module are taken in when they are asked for, so what is added may belong between others. */
  add(node: SyntaxNode): void {
    const key = keyOf(this.text(), node.start, node.end);
    const group = this.groups.get(key);
    if (!group) this.groups.set(key, [node]);
    else if ((group.at(-1)?.start ?? 0) <= node.start) group.push(node);
    else group.splice(firstAt(group, node.start + 1), 0, node);
  }

  get(name: string): readonly SyntaxNode[] {
    const text = this.text();
    const group = this.groups.get(keyOf(name, 0, name.length)) ?? [];
    return group.filter(({ start, end }) => end - start === name.length && text.startsWith(name, start));
  }

  keys(): Iterable<string> {
    const text = this.text();
    return new Set([...this.groups.values()].flat().map(({ start, end }) => text.slice(start, end)));
  }

  /** Takes out, of these names, what begins between two offsets. */
  remove(names: Iterable<string>, start: number, end: number): void {
    for (const name of names) {
      const group = this.groups.get(keyOf(name, 0, name.length)) ?? [];
      const from = firstAt(group, start);
      group.splice(from, firstAt(group, end) - from);
    }
  }
}

/** A number that a name shares with few others. */
function keyOf(text: string, start: number, end: number): number {
  return ((end - start) << 16) ^ (text.charCodeAt(start) << 8) ^ text.charCodeAt(end - 1);
}

/** Index of the first that does not begin before an offset. */
function firstAt(nodes: readonly SyntaxNode[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

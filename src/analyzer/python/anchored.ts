import type { SyntaxNode } from '../syntax';

/** Where a part of an open document stands: its nodes move with it. */
export interface Anchor {
  at: number;
}

/** A node that stands at a distance from its anchor. */
class AnchoredNode implements SyntaxNode {
  readonly children: SyntaxNode[] = [];
  parent: SyntaxNode | null = null;
  private from: number;
  private to: number;

  constructor(
    readonly type: string,
    start: number,
    end: number,
    readonly field: string | null,
    private readonly anchor: Anchor,
  ) {
    this.from = start - anchor.at;
    this.to = end - anchor.at;
  }

  get start(): number {
    return this.from + this.anchor.at;
  }

  set start(offset: number) {
    this.from = offset - this.anchor.at;
  }

  get end(): number {
    return this.to + this.anchor.at;
  }

  set end(offset: number) {
    this.to = offset - this.anchor.at;
  }
}

/** The same nodes, and all below them, at an anchor: a part of a document that moves as a whole is moved by one number. */
export function anchored(nodes: readonly SyntaxNode[], anchor: Anchor): readonly SyntaxNode[] {
  const copyOf = (node: SyntaxNode) => new AnchoredNode(node.type, node.start, node.end, node.field, anchor);
  const copies = nodes.map(copyOf);
  const waiting = nodes.map((node, index): readonly [SyntaxNode, SyntaxNode | undefined] => [
    node,
    copies[index],
  ]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [{ children }, copy] = next;
    if (!copy) continue;
    for (const each of children) {
      const made = copyOf(each);
      made.parent = copy;
      copy.children.push(made);
      if (each.children.length > 0) waiting.push([each, made]);
    }
  }
  return copies;
}

import type { OffsetMap, SyntaxNode } from '../../syntax';

/** What nodes without children share. */
const nothing: SyntaxNode[] = [];

/** Makes the nodes of one text. */
export class Nodes {
  constructor(private readonly map: OffsetMap | number) {}

  leaf(type: string, start: number, end: number): SyntaxNode {
    return this.make(type, start, end, nothing);
  }

  /** A node of children whose fields are set; the children become its own. */
  node(type: string, start: number, end: number, children: SyntaxNode[]): SyntaxNode {
    const node = this.make(type, start, end, children);
    for (const each of children) each.parent = node;
    return node;
  }

  /** The offset that a node has for a place in the text. */
  at(offset: number): number {
    return typeof this.map === 'number' ? offset + this.map : this.map(offset);
  }

  private make(type: string, start: number, end: number, children: SyntaxNode[]): SyntaxNode {
    return { type, start: this.at(start), end: this.at(end), field: null, parent: null, children };
  }
}

/** The node as what fills a field of its parent-to-be. */
export function as(field: string | null, node: SyntaxNode): SyntaxNode {
  (node as { field: string | null }).field = field;
  return node;
}

import type { Tree, TreeCursor } from 'web-tree-sitter';

/**
 * A syntax tree as plain data, read once from the parser's tree. Reading a node of the parser crosses into WASM each
 * time and must end when the tree is freed; these nodes are ordinary objects that may be kept and shared.
 * Anonymous nodes (punctuation) are left out unless they fill a field (operators); comments are kept apart.
 */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the module's text (UTF-16 units). */
  start: number;
  end: number;
  /** The field of the parent that this node fills. */
  readonly field: string | null;
  readonly parent: SyntaxNode | null;
  readonly children: SyntaxNode[];
}

/** What a tree was read into. */
export interface Syntax {
  readonly root: SyntaxNode;
  readonly comments: SyntaxNode[];
  /** Where the parser could not make sense of the text; the nodes around it are whole. */
  readonly errors: SyntaxNode[];
}

/** A root to which the statements of one text, or of the cells of a notebook, are added. */
export function emptySyntax(): Syntax {
  return {
    root: { type: 'module', start: 0, end: 0, field: null, parent: null, children: [] },
    comments: [],
    errors: [],
  };
}

/** Adds a whole tree to `syntax`; `base` is added to every offset. Iterative: nesting does not meet the stack's end. */
export function readSyntax(tree: Tree, base: number, syntax: Syntax): void {
  const cursor = tree.walk();
  try {
    new SyntaxReader(cursor, base, syntax).read();
  } finally {
    cursor.delete();
  }
}

class SyntaxReader {
  constructor(
    private readonly cursor: TreeCursor,
    private readonly base: number,
    private readonly syntax: Syntax,
  ) {}

  read(): void {
    const { root, errors } = this.syntax;
    root.end = Math.max(root.end, this.cursor.endIndex + this.base);
    if (this.cursor.nodeType === 'ERROR') errors.push(this.node(root));
    let parent = root;
    let inside = this.cursor.gotoFirstChild();
    while (inside) {
      const node = this.take(parent);
      if (node && this.cursor.gotoFirstChild()) {
        parent = node;
        continue;
      }
      while (!this.cursor.gotoNextSibling()) {
        inside = this.cursor.gotoParent() && parent !== root;
        if (!inside) break;
        parent = parent.parent ?? root;
      }
    }
  }

  /** Adds the cursor's node to its parent, or answers null when it is not one to keep. */
  private take(parent: SyntaxNode): SyntaxNode | null {
    const { cursor } = this;
    if (!cursor.nodeIsNamed && cursor.currentFieldId === 0) {
      if (cursor.nodeIsMissing) this.syntax.errors.push(this.node(parent));
      return null;
    }
    const node = this.node(parent);
    if (node.type === 'comment') {
      this.syntax.comments.push(node);
      return null;
    }
    if (node.type === 'ERROR' || cursor.nodeIsMissing) this.syntax.errors.push(node);
    parent.children.push(node);
    return node;
  }

  private node(parent: SyntaxNode | null): SyntaxNode {
    const { cursor, base } = this;
    return {
      type: cursor.nodeType,
      start: cursor.startIndex + base,
      end: cursor.endIndex + base,
      field: cursor.currentFieldName,
      parent,
      children: [],
    };
  }
}

/** The first child in a field. */
export function child(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return node.children.find((each) => each.field === field);
}

/** All children in a field. */
export function childrenIn(node: SyntaxNode, field: string): SyntaxNode[] {
  return node.children.filter((each) => each.field === field);
}

/** Whether `inner` lies in `outer`'s text. */
export function covers(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Every node below `node`, itself first, in source order; `enter` answers whether to go into a node. */
export function* descendants(
  node: SyntaxNode,
  enter: (node: SyntaxNode) => boolean = () => true,
): Generator<SyntaxNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (!enter(next)) continue;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const below = next.children[i];
      if (below) waiting.push(below);
    }
  }
}

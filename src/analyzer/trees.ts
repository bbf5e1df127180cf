/** The one file that owns trees. A tree that is not deleted is never freed; a node used after that is garbage. */
import type { Edit, Parser, Tree } from 'web-tree-sitter';

/** Parses `text`, hands the tree to `use`, and frees it. No node may leave `use`. */
export function withTree<T>(parser: Parser, text: string, use: (tree: Tree) => T): T {
  const tree = parse(parser, text, null);
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

/** A tree kept between edits of an open document; `update` takes the new text, `dispose` frees it. */
export class KeptTree {
  private tree: Tree | null = null;

  constructor(private readonly parser: Parser) {}

  /** Parses `text`, which came from the last text through `edits`, in order, and hands the tree to `use`. */
  update<T>(text: string, edits: readonly Edit[], use: (tree: Tree) => T): T {
    const old = this.tree;
    for (const edit of edits) old?.edit(edit);
    this.tree = parse(this.parser, text, old);
    old?.delete();
    return use(this.tree);
  }

  dispose(): void {
    this.tree?.delete();
    this.tree = null;
  }
}

function parse(parser: Parser, text: string, old: Tree | null): Tree {
  const tree = parser.parse(text, old);
  if (!tree) throw new Error('the parser gave no tree');
  return tree;
}

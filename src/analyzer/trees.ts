/** The one file that owns trees. A tree that is not deleted is never freed; a node used after that is garbage. */
import type { Parser, Tree } from 'web-tree-sitter';

/** Parses `text`, hands the tree to `use`, and frees it. No node may leave `use`. */
export function withTree<T>(parser: Parser, text: string, use: (tree: Tree) => T): T {
  const tree = parser.parse(text);
  if (!tree) throw new Error('the parser gave no tree');
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

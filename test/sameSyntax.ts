import assert from 'node:assert/strict';
import type { SyntaxNode } from '../src/analyzer/syntax';

/** Equal but for a comment behind a node, which tree-sitter now and then counts as the node's. */
export function assertSame(expected: SyntaxNode, actual: SyntaxNode, text: string): void {
  const where = JSON.stringify(text.slice(expected.start, expected.start + 60));
  assert.equal(actual.type, expected.type, where);
  assert.equal(actual.field, expected.field, where);
  if (expected.parent) {
    assert.equal(actual.start, expected.start, where);
    const [from, to] = [actual.end, expected.end].sort((a, b) => a - b);
    assert.match(text.slice(from, to), /^(\s|#.*|;)*$/, where);
  }
  // Now and then tree-sitter has a joined line as a node.
  const children = expected.children.filter(({ type }) => type !== 'line_continuation');
  const types = (nodes: readonly SyntaxNode[]) => nodes.map(({ type }) => type);
  assert.deepEqual(types(actual.children), types(children), where);
  actual.children.forEach((each, index) => {
    assert.equal(each.parent, actual);
    const other = children[index];
    if (other) assertSame(other, each, text);
  });
}

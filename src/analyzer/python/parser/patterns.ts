import type { SyntaxNode } from '../../syntax';
import { unclear } from './lexer';

/** What an expression is called when it is assigned to. */
const patterns: Readonly<Record<string, string | undefined>> = {
  identifier: 'identifier',
  attribute: 'attribute',
  subscript: 'subscript',
  tuple: 'tuple_pattern',
  list: 'list_pattern',
  list_splat: 'list_splat_pattern',
  expression_list: 'pattern_list',
  // `(a) = 1`
  parenthesized_expression: 'tuple_pattern',
};

const containers = new Set(['tuple_pattern', 'list_pattern', 'pattern_list', 'list_splat_pattern']);

/** The node of an expression as that of a target, itself and what it holds. */
export function asPattern(node: SyntaxNode): SyntaxNode {
  const type = patterns[node.type];
  if (type === undefined) throw unclear;
  (node as { type: string }).type = type;
  if (containers.has(type)) for (const each of node.children) asPattern(each);
  return node;
}

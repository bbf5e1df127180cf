import type { SyntaxNode } from '../syntax';

/** Which element of the value a target takes, from the outside in: `a, (b, c) = value` gives `c` the path [1, 1]. */
export type TargetPath = readonly TargetStep[];

/** An element by position (negative: from the end), or the rest that a star takes. */
export type TargetStep =
  | { readonly kind: 'at'; readonly index: number }
  | { readonly kind: 'rest'; readonly from: number; readonly until: number };

/** A name, attribute or subscript that is assigned to. */
export interface Target {
  readonly node: SyntaxNode;
  readonly path: TargetPath;
}

const sequences = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'tuple',
  'list',
  'expression_list',
]);
const wrappers = new Set(['parenthesized_expression', 'as_pattern_target']);

/** The targets in the left side of an assignment or loop. */
export function assignmentTargets(node: SyntaxNode, path: TargetPath = []): Target[] {
  if (wrappers.has(node.type)) return node.children.flatMap((each) => assignmentTargets(each, path));
  if (sequences.has(node.type)) return sequenceTargets(node, path);
  if (node.type === 'list_splat_pattern' || node.type === 'list_splat') {
    return node.children.flatMap((each) => assignmentTargets(each, path));
  }
  const assignable = node.type === 'identifier' || node.type === 'attribute' || node.type === 'subscript';
  return assignable ? [{ node, path }] : [];
}

function sequenceTargets({ children }: SyntaxNode, path: TargetPath): Target[] {
  const star = children.findIndex(({ type }) => type === 'list_splat_pattern' || type === 'list_splat');
  return children.flatMap((each, index) => {
    const step: TargetStep =
      index === star
        ? { kind: 'rest', from: index, until: index + 1 - children.length }
        : { kind: 'at', index: star >= 0 && index > star ? index - children.length : index };
    return assignmentTargets(each, [...path, step]);
  });
}

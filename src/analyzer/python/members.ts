import { child, type SyntaxNode } from '../syntax';
import type { Here } from './evaluator';
import type { ExpressionHandler } from './expressions';
import { valueOf } from './names';
import { reaching } from './reach';
import { type Scope, scopeOf } from './scope';
import { join, type Values } from './values';

/**
 * `args.model` and `cfg["model"]` where the same scope has assigned to them, written the same way, on the way here:
 * then that is the value. Else the object is asked, by `otherwise`.
 */
export function memberBefore(otherwise: ExpressionHandler): ExpressionHandler {
  return (node, here) => {
    const object = child(node, 'object') ?? child(node, 'value');
    if (object?.type !== 'identifier') return otherwise(node, here);
    const key = here.module.textOf(node);
    const scope = scopeOf(here.module.index, node);
    const assigned = scope.bindings.get(key);
    return assigned ? memberIn(scope, key, node, object, otherwise, here) : otherwise(node, here);
  };
}

function memberIn(
  scope: Scope,
  key: string,
  node: SyntaxNode,
  object: SyntaxNode,
  otherwise: ExpressionHandler,
  here: Here,
): Values {
  const assigned = scope.bindings.get(key) ?? [];
  // Binding the object anew makes what was assigned to its members void.
  const objectBindings = (scope.bindings.get(here.module.textOf(object)) ?? []).filter(
    ({ source }) => source.kind !== 'parameter',
  );
  const candidates = [...assigned, ...objectBindings].sort((a, b) => a.node.start - b.node.start);
  const { bindings, unbound } = reaching(candidates, node, scope.node, here.module.source.text);
  const members = bindings.filter((binding) => binding.key === key && binding.node !== node);
  const asked = unbound || members.length < bindings.length || members.length === 0;
  return join(...members.map((binding) => valueOf(binding, here)), asked ? otherwise(node, here) : []);
}

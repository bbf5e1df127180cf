import { message } from '../../../shared/message';
import { reasons } from '../../python/reasons';
import { child, type SyntaxNode } from '../../syntax';
import type { ScriptEvaluator } from './evaluator';
import type { ScriptModule } from './module';
import type { Binding } from './scopes';
import { unknown, type Values, withStep } from './values';

/** What a parameter may be: what the calls in its module give, and its default where they (or none) give nothing. */
export function parameterValues(
  binding: Binding & { kind: 'parameter' },
  name: string,
  module: ScriptModule,
  evaluator: ScriptEvaluator,
): Values {
  const { owner, position, keys, fallback } = binding;
  const step = evaluator.step(message('parameter {0}', name), owner, module);
  const calls = callsOf(owner, module);
  const byDefault = () => withStep(fallback ? evaluator.evaluate(fallback, module) : [], step);
  const values = calls.flatMap((call): Values => {
    const given = child(call, 'arguments')?.children[position];
    if (!given) return fallback ? byDefault() : [];
    const picked = evaluator.picked(evaluator.evaluate(given, module), keys, fallback, module);
    return withStep(
      picked,
      evaluator.step(message('call of {0}', nameOf(owner, module) ?? name), call, module),
    );
  });
  if (values.length > 0) return values;
  if (fallback) return byDefault();
  return [
    unknown(reasons.parameter(name, nameOf(owner, module) ?? message('a function without a name').text)),
  ];
}

/** The calls of a function in its module, by its name. */
function callsOf(owner: SyntaxNode, module: ScriptModule): SyntaxNode[] {
  const name = nameOf(owner, module);
  if (name === undefined) return [];
  return module.index.calls.filter((call) => {
    const callee = child(call, 'function');
    if (callee?.type === 'identifier')
      return owner.type !== 'method_definition' && module.textOf(callee) === name;
    const property = callee?.type === 'member_expression' ? child(callee, 'property') : undefined;
    return owner.type === 'method_definition' && property !== undefined && module.textOf(property) === name;
  });
}

/** The name of a function: its own, or that of the constant or property that holds it. */
function nameOf(owner: SyntaxNode, module: ScriptModule): string | undefined {
  const holder = owner.parent?.type === 'variable_declarator' ? owner.parent : owner;
  const name = child(owner, 'name') ?? (holder === owner ? undefined : child(holder, 'name'));
  return name && module.textOf(name);
}

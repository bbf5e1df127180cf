import type { SignatureIndex } from '../signatureIndex';
import { child, type SyntaxNode } from '../syntax';
import { callArguments } from './callArguments';
import type { Here } from './evaluator';
import type { Values } from './values';

/** The calls among `loading` whose model is then trained or published: `Trainer(model)`, `model.push_to_hub(…)`. */
export function derivedCalls(
  signatures: SignatureIndex,
  here: Here,
  loading: ReadonlySet<SyntaxNode>,
): ReadonlySet<SyntaxNode> {
  const derived = new Set<SyntaxNode>();
  if (loading.size === 0) return derived;
  const { evaluator, module } = here;
  const mark = (values: Values) => {
    for (const value of values) {
      if (value.kind === 'object' && value.call.module === module) derived.add(value.call.node);
    }
  };
  const { words } = module.index;
  const names = new Set(signatures.derivingAmong(words));
  if (words.has('push_to_hub')) names.add('push_to_hub');
  for (const call of [...names].flatMap((name) => module.index.callsNamed(name))) {
    const callee = child(call, 'function');
    if (!callee) continue;
    const object = publishedBy(callee, here);
    if (object) mark(evaluator.evaluate(object, here));
    const last = callee.type === 'attribute' ? child(callee, 'attribute') : callee;
    if (!last || !signatures.mayDerive(module.textOf(last))) continue;
    for (const value of evaluator.evaluate(callee, here)) {
      const argument = value.kind === 'external' ? signatures.deriving(value.path) : null;
      if (!argument) continue;
      const given =
        callArguments(child(call, 'arguments'), here).get(argument.position, argument.keywords) ?? [];
      mark(given);
      if (given.some(({ kind }) => kind === 'text')) derived.add(call);
    }
  }
  return derived;
}

/** The object of `object.push_to_hub(…)`. */
function publishedBy(callee: SyntaxNode, { module }: Here): SyntaxNode | undefined {
  const method = callee.type === 'attribute' ? child(callee, 'attribute') : undefined;
  return method && module.textOf(method) === 'push_to_hub' ? child(callee, 'object') : undefined;
}

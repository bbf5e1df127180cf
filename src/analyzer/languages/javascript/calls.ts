import { reasons } from '../../python/reasons';
import { child, type SyntaxNode } from '../../syntax';
import type { ScriptEvaluator } from './evaluator';
import { membersOf } from './members';
import type { ScriptModule } from './module';
import { isFunction } from './scopes';
import { unknown, type Value, type Values } from './values';

/** What a call or a construction gives: an import, an object of a package, what a short function of the module returns. */
export function callValues(node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  const callee = child(node, 'function') ?? child(node, 'constructor');
  const [first] = child(node, 'arguments')?.children ?? [];
  if (callee?.type === 'import' || (callee && module.textOf(callee) === 'require')) {
    return required(first, module, evaluator);
  }
  return evaluator.evaluate(callee, module).flatMap((value) => called(value, node, module, evaluator));
}

/** `import('x')`, `require('x')`. */
function required(
  argument: SyntaxNode | undefined,
  module: ScriptModule,
  evaluator: ScriptEvaluator,
): Values {
  return evaluator
    .evaluate(argument, module)
    .flatMap((value) =>
      value.kind === 'text' ? evaluator.external(value.text, '*', module) : [unknown(reasons.call('import'))],
    );
}

function called(value: Value, node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  const argument = child(node, 'arguments')?.children[0];
  if (value.kind === 'external') {
    const name = value.path.join('.');
    if (name === 'deno.env.get') return evaluator.evaluate(argument, module).map(variable);
    if (name === 'globalThis.Object.values') {
      return evaluator.evaluate(argument, module).flatMap((each) => membersOf(each, evaluator));
    }
    if (name === 'globalThis.Object.freeze') return evaluator.evaluate(argument, module);
    return [{ kind: 'external', path: value.path, made: true }];
  }
  if (value.kind !== 'node')
    return value.kind === 'unknown' ? [value] : [unknown(reasons.call(code(node, module)))];
  if (!isFunction(value.node)) return [value];
  const returned = result(value.node);
  if (returned) return evaluator.evaluate(returned, value.module);
  return [unknown(reasons.call(code(node, module)))];
}

function variable(name: Value): Value {
  return unknown(name.kind === 'text' ? reasons.variable(name.text) : reasons.call('Deno.env.get'));
}

/** The expression that a function gives back, if it does nothing else. */
function result(fn: SyntaxNode): SyntaxNode | undefined {
  const body = child(fn, 'body');
  if (body?.type !== 'statement_block') return body;
  const [only] = body.children;
  return body.children.length === 1 && only?.type === 'return_statement' ? only.children[0] : undefined;
}

function code(node: SyntaxNode, module: ScriptModule): string {
  const callee = child(node, 'function') ?? child(node, 'constructor') ?? node;
  return module.textOf(callee).replace(/\s+/g, ' ').slice(0, 60);
}

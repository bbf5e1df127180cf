import { child, type SyntaxNode } from '../syntax';
import { attributeOf } from './attributes';
import { constructorOf, externalConstructor } from './classes';
import { describe, type Evaluator, type Here } from './evaluator';
import { callExternal } from './libraries/calls';
import { mayRun } from './reachability';
import { reasons } from './reasons';
import {
  type CallSite,
  type ClassValue,
  constant,
  type FunctionValue,
  instance,
  join,
  object,
  sequence,
  unknown,
  type Value,
  type Values,
} from './values';

/** What calling `callee` gives. */
export function callValue(callee: Value, site: CallSite, evaluator: Evaluator): Values {
  const here = evaluator.here(site.module, site.frame);
  switch (callee.kind) {
    case 'external':
      return callExternal(callee, site, here);
    case 'function':
      return callFunction(callee, site, here);
    case 'class':
      return construct(callee, site, here);
    case 'partial':
      return callValue(callee.callee, { ...site, args: callee.bound.before(site.args) }, evaluator);
    case 'instance':
      return callInstance(callee, site, here);
    case 'unknown':
      return [...fallbackOf(site), callee];
    case 'constant':
    case 'data':
    case 'mapping':
    case 'module':
    case 'object':
    case 'sequence':
    case 'super':
    case 'text':
      return [unknown(reasons.call(describe(callee)))];
  }
}

/** The default of `settings.get("key", "default")`, whatever the settings are. */
function fallbackOf({ node, module, args }: CallSite): Values {
  const fallback = args.positional[1] ?? args.keywords.get('default');
  const callee = fallback && child(node, 'function');
  const method = callee?.type === 'attribute' ? child(callee, 'attribute') : undefined;
  if (!fallback || !method || !/^(?:get|pop)$/.test(module.textOf(method))) return [];
  return fallback().filter(({ kind }) => kind === 'text');
}

/** What a function of the workspace returns for these arguments. */
function callFunction(fn: FunctionValue, site: CallSite, here: Here): Values {
  const scope = fn.module.index.bodyOf(fn.node);
  const { closure, self, node } = fn;
  const frame = here.evaluator.enter({ function: node, args: site.args, site, self, closure });
  if (!scope || !frame) return [unknown(reasons.tooDeep())];
  const inside = here.evaluator.here(fn.module, frame);
  const value = (result: SyntaxNode | null): Values =>
    result ? here.evaluator.evaluate(result, inside) : [constant(null)];
  const results = scope.results.filter((each) => mayRun(each.node, inside));
  const yielded = results.filter(({ kind }) => kind === 'yield');
  if (yielded.length > 0)
    return [
      sequence(
        yielded.map((each) => () => value(each.value)),
        true,
      ),
    ];
  if (results.length === 0) return [constant(null)];
  return join(...results.map((each) => value(each.value)));
}

/** An object of a class of the workspace, or of the library class that it derives from. */
function construct(of: ClassValue, site: CallSite, here: Here): Values {
  const library = constructorOf(of, here) ? null : externalConstructor(of, here);
  if (library && /^(?:Exception|.*Error)$/.test(library.at(-1) ?? '')) return [object(library, site)];
  return [instance(of, site)];
}

function callInstance(callee: Value & { kind: 'instance' }, site: CallSite, here: Here): Values {
  const methods = attributeOf(callee, '__call__', site.node, here).filter(({ kind }) => kind === 'function');
  if (methods.length > 0) return here.evaluator.call(methods, site);
  return [unknown(reasons.call(describe(callee.of)))];
}

import { child, type SyntaxNode } from '../syntax';
import { message } from '../../shared/message';
import { sitesOf } from './callSites';
import { evaluateParameter } from './parameters';
import { contextValue } from './contexts';
import type { Here } from './evaluator';
import type { Frame } from './frame';
import { importedValue, starImported } from './imports';
import { anyElement, project } from './iteration';
import { mayRun } from './reachability';
import { withMutations } from './mutations';
import { reaching, reachingEnd, type Reaching } from './reach';
import { reasons } from './reasons';
import { type Binding, functionScope, type Scope, scopeOf } from './scope';
import { addTexts } from './textOperations';
import { classValue, external, functionValue, join, unknown, type Values, withStep } from './values';

/** Names that Python has without an import and that mean something to an evaluation. */
const builtins = new Set(
  (
    'str int float bool list tuple set frozenset dict repr len print open input map filter zip enumerate reversed sorted ' +
    'getattr setattr hasattr super type isinstance format iter next vars range min max any all sum id object property ' +
    'staticmethod classmethod Exception ValueError eval exec globals locals abs round'
  ).split(' '),
);

/** What a name may be where it is used. */
export function lookUp(name: string, use: SyntaxNode, here: Here): Values {
  const from = scopeOf(here.module.index, use);
  const found: Values[] = [];
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    // A class's names are not seen from within its methods.
    if (scope.kind === 'class' && functionScope(from) !== functionScope(scope)) continue;
    const candidates = scope.bindings.get(name);
    if (!candidates) continue;
    const { bindings, unbound } = reachingIn(scope, candidates, use, from, here);
    const values = bindings
      .filter((binding) => mayRun(binding.node, here))
      .map((binding) => valueOf(binding, here));
    found.push(...values.map((each) => withMutations(name, each, scope, here)));
    // A function's own name is never looked for outside, even where it is not bound yet.
    if (bindings.length > 0 && (!unbound || scope.kind === 'function')) break;
    if (bindings.length > 0 && scope.kind === 'module') break;
  }
  if (found.length > 0) return join(...found);
  return starImported(name, here) ?? outermost(name, here);
}

function outermost(name: string, here: Here): Values {
  if (builtins.has(name)) return [external(['builtins', name])];
  return dunders[name]?.(here) ?? [unknown(reasons.undefinedName(name))];
}

const dunders: Readonly<Record<string, (here: Here) => Values>> = {
  __file__: (here) => [
    { kind: 'text', text: `./${here.module.path}`, literal: null, trail: null, note: null },
  ],
};

/** Which of a name's bindings in `scope` hold at `use`. One alone needs no walk. */
function reachingIn(
  scope: Scope,
  candidates: readonly Binding[],
  use: SyntaxNode,
  from: Scope,
  here: Here,
): Reaching {
  const user = functionScope(from);
  const owner = functionScope(scope);
  const declaredHere =
    user && user !== owner ? candidates.filter(({ node }) => isWithin(user.node, node)) : [];
  if (declaredHere.length > 0 && user) {
    const local = reaching(declaredHere, use, user.node, here.module.source.text);
    if (!local.unbound) return local;
  }
  if (candidates.length === 1) return { bindings: candidates, unbound: false };
  const { text } = here.module.source;
  if (user === owner) return reaching(candidates, use, scope.node, text);
  const calls = user ? callsIn(scope, user, here) : [];
  const reached = calls.map((call) => reaching(candidates, call, scope.node, text));
  const bindings = new Set(reached.flatMap((each) => each.bindings));
  return bindings.size > 0
    ? { bindings: [...bindings], unbound: false }
    : whenRun(candidates, user, scope, here);
}

/** What holds when a function runs that is called from who knows where: in a notebook, before the cells behind it as well. */
function whenRun(candidates: readonly Binding[], user: Scope | null, scope: Scope, here: Here): Reaching {
  const { text, cells } = here.module.source;
  const atEnd = reachingEnd(candidates, scope.node, text);
  const isNotebook = (cells[0]?.cell ?? null) !== null;
  if (!isNotebook || !user || user.parent !== scope) return atEnd;
  const atDefinition = reaching(candidates, user.node, scope.node, text);
  return { ...atEnd, bindings: [...new Set([...atDefinition.bindings, ...atEnd.bindings])] };
}

/** The calls in `scope` during which a function's body runs; none when it is also called from elsewhere, or not at all. */
function callsIn(scope: Scope, user: Scope, here: Here): SyntaxNode[] {
  const frame = frameIn(here.frame, user);
  const sites = frame?.site ? [frame.site] : sitesOf(user.node, here);
  const nodes = sites.map(({ node, module }) => (module === here.module ? node : null));
  const inScope = nodes.filter((node) => node !== null && scopeOf(here.module.index, node) === scope);
  return inScope.length === nodes.length ? inScope.filter((node) => node !== null) : [];
}

function isWithin(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The call of `scope`'s function that is under way, looking outwards from `frame`. */
function frameIn(frame: Frame | null, scope: Scope | null): Frame | null {
  for (let at = frame; at; at = at.closure) if (at.function === scope?.node) return at;
  return null;
}

/** `here` as the code of a scope is evaluated: during the call of its own function, if one is under way. */
export function hereIn(scope: Scope, here: Here): Here {
  for (let at = functionScope(scope); at; at = functionScope(at.parent)) {
    const frame = frameIn(here.frame, at);
    if (frame) return frame === here.frame ? here : { ...here, frame };
  }
  return here.frame ? { ...here, frame: null } : here;
}

/** What one binding gives its name. */
export function valueOf(binding: Binding, from: Here): Values {
  const { source, scope, node, key } = binding;
  // A parameter's own node stands outside of the body in which it is bound.
  const here = hereIn(source.kind === 'parameter' ? scope : scopeOf(from.module.index, node), from);
  const { evaluator } = here;
  switch (source.kind) {
    case 'value':
      return named(binding, project(evaluator.evaluate(source.value, here), source.path, here), here);
    case 'element':
      return named(
        binding,
        project(anyElement(evaluator.evaluate(source.value, here), here), source.path, here),
        here,
      );
    case 'context':
      return project(contextValue(evaluator.evaluate(source.value, here), here), source.path, here);
    case 'augmented':
      return augmented(source.statement, node, here);
    case 'parameter':
      return evaluateParameter(source.parameter, node, scope, here);
    case 'definition':
      return source.definition.type === 'class_definition'
        ? [classValue(here.module, source.definition, here.frame)]
        : [functionValue(here.module, source.definition, here.frame)];
    case 'import':
      return evaluator.once(source.imported.node, () => importedValue(source.imported, here));
    case 'deletion':
      return [unknown(reasons.deleted(key))];
    case 'opaque':
      return [unknown(reasons.captured(key))];
  }
}

function named({ key, node, scope, source }: Binding, values: Values, here: Here): Values {
  const isConstant = scope.kind !== 'function' && scope.kind !== 'comprehension' && source.kind === 'value';
  const step = isConstant
    ? message('constant {0}', key)
    : source.kind === 'element'
      ? message('loop variable {0}', key)
      : message('variable {0}', key);
  return withStep(values, step, here.module.spot(node));
}

/** `x += y`: what `x` was, with `y` behind it. */
function augmented(statement: SyntaxNode, target: SyntaxNode, here: Here): Values {
  const right = child(statement, 'right');
  const operator = child(statement, 'operator');
  if (!right || !operator) return [];
  const before = here.evaluator.evaluate(target, here);
  if (here.module.textOf(operator) !== '+=')
    return [unknown(reasons.expression(here.module.textOf(statement)))];
  return addTexts([before, here.evaluator.evaluate(right, here)], statement, here);
}

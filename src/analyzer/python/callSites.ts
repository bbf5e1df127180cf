import { child, type SyntaxNode } from '../syntax';
import type { Arguments } from './arguments';
import { classAround, constructorOf } from './classes';
import { type Here, nameOf } from './evaluator';
import { callsAt, handedCallee } from './handedCalls';
import type { CallSite, Value, Values } from './values';

/** A call of a function, with what it is bound to. */
export interface FunctionCall {
  readonly args: Arguments;
  /** The receiver, when the call does not write it down as an argument. */
  readonly self: Value | null;
  readonly site: CallSite;
}

/** The calls of a function in its own file, by any name it has there. */
export function callSitesOf(fn: SyntaxNode, here: Here): readonly FunctionCall[] {
  const open = { ...here, frame: null };
  const { evaluator } = here;
  return evaluator.callSites(fn, () => {
    const nodes = evaluator.callCandidates(fn, () => candidates(fn, open));
    return nodes.flatMap((node) => callsOf(fn, node, open));
  });
}

/** The same, as call sites alone. */
export function sitesOf(fn: SyntaxNode, here: Here): CallSite[] {
  return callSitesOf(fn, here).map(({ site }) => site);
}

/** Calls whose callee ends in a name that may be the function's: evaluating every callee would be dear. */
function candidates(fn: SyntaxNode, here: Here): SyntaxNode[] {
  const names = namesOf(fn, here);
  const named = [...names].flatMap((name) => here.module.index.callsNamed(name));
  const unnamed = [...names].some((name) => isHandedAbout(name, here))
    ? here.module.index.unnamedCalls()
    : [];
  const handing = [...names].flatMap((name) => handingCalls(name, here));
  return [...new Set([...named, ...unnamed, ...handing])].sort((a, b) => a.start - b.start);
}

/** Calls that hand a function on, by a name that may be its: `map(load, ids)`. */
function handingCalls(name: string, { module }: Here): SyntaxNode[] {
  return module.index.reads(name).flatMap((read) => {
    const whole = read.parent?.type === 'attribute' && read.field === 'attribute' ? read.parent : read;
    const list = whole.parent?.type === 'keyword_argument' ? whole.parent.parent : whole.parent;
    const call = list?.type === 'argument_list' ? list.parent : null;
    return call && handedCallee(call, module) === whole ? [call] : [];
  });
}

/** Whether a name is read other than to call it: a call without a name may then be of it. */
function isHandedAbout(name: string, here: Here): boolean {
  return here.module.index.reads(name).some(({ field, parent }) => {
    if (parent?.type === 'attribute' && field === 'attribute') return parent.field !== 'function';
    return field !== 'function' && field !== 'name';
  });
}

/** The function's own name, its class's for a constructor, and what either is assigned to. */
function namesOf(fn: SyntaxNode, here: Here): Set<string> {
  const { module } = here;
  const names = new Set<string>();
  const owner = classAround(fn);
  const own = fn.type === 'lambda' ? assignedName(fn, here) : nameOf(module, fn);
  if (own) names.add(own);
  if (owner && (own === '__init__' || own === '__new__')) {
    for (const name of classNames(owner, here)) names.add(name);
    names.add('cls');
  }
  if (owner && own === '__call__') return everyCallee(here);
  for (const name of [...names]) for (const alias of aliases(name, here)) names.add(alias);
  return names;
}

/** An object that is called may have any name. */
function everyCallee(here: Here): Set<string> {
  const { index } = here.module;
  index.ensureAll();
  return new Set(index.calls.flatMap((call) => calleeName(call, here)));
}

function calleeName(call: SyntaxNode, { module }: Here): string[] {
  const callee = child(call, 'function');
  return callee?.type === 'identifier' ? [module.textOf(callee)] : [];
}

/** The class's name and those of the classes derived from it in the file. */
function classNames(definition: SyntaxNode, here: Here): string[] {
  const { module } = here;
  const names = [nameOf(module, definition)];
  module.index.ensure(names[0] ?? '');
  for (const node of module.index.classes()) {
    if (node === definition) continue;
    const bases = child(node, 'superclasses');
    if (bases && names.some((name) => module.textOf(bases).includes(name))) names.push(nameOf(module, node));
  }
  return names;
}

/** The names that a lambda, or a function under another name, is assigned to. */
function assignedName(fn: SyntaxNode, { module }: Here): string | null {
  const left = fn.parent?.type === 'assignment' ? child(fn.parent, 'left') : undefined;
  const last = left?.type === 'attribute' ? child(left, 'attribute') : left;
  return last?.type === 'identifier' ? module.textOf(last) : null;
}

function aliases(name: string, here: Here): string[] {
  const reads = here.module.index.reads(name);
  return reads.flatMap((read) => {
    const whole = read.parent?.type === 'attribute' && read.field === 'attribute' ? read.parent : read;
    const alias = whole.field === 'right' ? assignedName(whole, here) : null;
    return alias ? [alias] : [];
  });
}

/** Whether a call calls `fn`, and how. */
function callsOf(fn: SyntaxNode, node: SyntaxNode, here: Here): FunctionCall[] {
  return callsAt(node, here).flatMap(({ callee, args }) =>
    receiversOf(fn, callee(), here).map(({ self, bound }) => {
      const all = bound ? bound.before(args()) : args();
      return { args: all, self, site: { module: here.module, node, frame: null, args: all } };
    }),
  );
}

interface Receiver {
  readonly self: Value | null;
  readonly bound: Arguments | null;
}

function receiversOf(fn: SyntaxNode, callees: Values, here: Here): Receiver[] {
  return callees.flatMap((callee): Receiver[] => {
    if (callee.kind === 'function') return callee.node === fn ? [{ self: callee.self, bound: null }] : [];
    if (callee.kind === 'class') {
      const made = constructorOf(callee, here);
      return made?.node === fn ? [{ self: made.self, bound: null }] : [];
    }
    if (callee.kind === 'partial') {
      return receiversOf(fn, [callee.callee], here).map(({ self }) => ({ self, bound: callee.bound }));
    }
    if (callee.kind === 'instance') {
      const own = classAround(fn);
      return own === callee.of.node && nameOf(here.module, fn) === '__call__'
        ? [{ self: callee, bound: null }]
        : [];
    }
    return [];
  });
}

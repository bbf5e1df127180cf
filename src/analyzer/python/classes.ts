import { child, type SyntaxNode } from '../syntax';
import { type Here, nameOf } from './evaluator';
import { valueOf } from './names';
import type { PythonModule } from './module';
import { reachingEnd } from './reach';
import {
  type ClassValue,
  external,
  type FunctionValue,
  functionValue,
  instance,
  join,
  type Thunk,
  type Value,
  type Values,
} from './values';

/** One class in the order in which attributes are looked for: of the workspace, or a library's by its dotted name. */
export type Ancestor =
  | { readonly kind: 'own'; readonly of: ClassValue }
  | { readonly kind: 'external'; readonly path: readonly string[] };

/** Bases deeper than this are not looked at. */
const deepestInheritance = 20;

/** A class and its bases, each once, leftmost first. */
export function ancestors(of: ClassValue, here: Here, depth = 0): Ancestor[] {
  const order: Ancestor[] = [{ kind: 'own', of }];
  if (depth > deepestInheritance) return order;
  for (const base of basesOf(of, here)) {
    if (base.kind === 'class') order.push(...ancestors(base, here, depth + 1));
    else if (base.kind === 'external') order.push({ kind: 'external', path: base.path });
  }
  const last = new Map(order.map((each, index) => [keyOf(each), index]));
  return order.filter((each, index) => last.get(keyOf(each)) === index);
}

function keyOf(ancestor: Ancestor): unknown {
  return ancestor.kind === 'own' ? ancestor.of.node : ancestor.path.join('.');
}

function basesOf({ module, node, closure }: ClassValue, here: Here): Values {
  const list = child(node, 'superclasses')?.children ?? [];
  const there = here.evaluator.here(module, closure);
  return list
    .filter(({ type }) => type !== 'keyword_argument' && type !== 'list_splat' && type !== 'dictionary_splat')
    .flatMap((each) => here.evaluator.evaluate(baseExpression(each), there));
}

/** `Generic[T]` is a base by its name alone. */
function baseExpression(node: SyntaxNode): SyntaxNode {
  return node.type === 'subscript' ? (child(node, 'value') ?? node) : node;
}

/** More derived classes than this of one class are not looked at. */
const mostDerived = 16;

/** The classes of the file that inherit a method from the class that defines it. */
export function inheritingFrom(of: ClassValue, method: string, here: Here): ClassValue[] {
  const { module, node } = of;
  const name = nameOf(module, node);
  module.index.ensure(name);
  const isNamed = (names: ReadonlySet<string>, other: SyntaxNode) => {
    const bases = child(other, 'superclasses');
    return bases !== undefined && wordsIn(module.textOf(bases)).some((word) => names.has(word));
  };
  const names = new Set([name]);
  const found: ClassValue[] = [];
  for (const other of module.index.classes()) {
    if (found.length >= mostDerived) break;
    if (other === node || !isNamed(names, other)) continue;
    const derived: ClassValue = { ...of, node: other, closure: null };
    const owner = ancestors(derived, here).find(
      (each) =>
        each.kind === 'own' && each.of.module.index.scopeAt(each.of.node)?.bindings.has(method) === true,
    );
    if (owner?.kind !== 'own' || owner.of.node !== node) continue;
    names.add(nameOf(module, other));
    found.push(derived);
  }
  return found;
}

function wordsIn(code: string): readonly string[] {
  return code.match(/\w+/g) ?? [];
}

/** The class definition whose method a function is, or null. */
export function classAround(fn: SyntaxNode): SyntaxNode | null {
  const definition = fn.parent?.type === 'decorated_definition' ? fn.parent : fn;
  const block = definition.parent;
  return block?.field === 'body' && block.parent?.type === 'class_definition' ? block.parent : null;
}

/** The decorators of a function or class, as written. */
export function decoratorsOf(definition: SyntaxNode): SyntaxNode[] {
  const { parent } = definition;
  if (parent?.type !== 'decorated_definition') return [];
  return parent.children
    .filter(({ type }) => type === 'decorator')
    .flatMap(({ children }) => children.slice(0, 1));
}

export function isDecoratedWith(definition: SyntaxNode, name: string, module: PythonModule): boolean {
  return decoratorsOf(definition).some((each) => {
    const callee = each.type === 'call' ? (child(each, 'function') ?? each) : each;
    const written = module.textOf(callee);
    return written === name || written.endsWith(`.${name}`);
  });
}

/** What a class itself (not its objects) has under a name: the first ancestor that has it decides. */
export function classMember(of: ClassValue, name: string, receiver: Value, here: Here): Values | null {
  return memberAmong(ancestors(of, here), name, receiver, here);
}

/** The same from a list of ancestors: `super()` looks in the later ones only. */
export function memberAmong(
  among: readonly Ancestor[],
  name: string,
  receiver: Value,
  here: Here,
): Values | null {
  for (const ancestor of among) {
    if (ancestor.kind === 'external') {
      if (isPlainBase(ancestor.path)) continue;
      return [external([...ancestor.path, name], receiver)];
    }
    const own = ownMember(ancestor.of, name, here);
    if (own) return own.map((value) => bindTo(value, receiver, ancestor.of));
  }
  return null;
}

/** Bases that have nothing of their own that matters. */
function isPlainBase(path: readonly string[]): boolean {
  return plainBases.has(path.join('.'));
}

const plainBases = new Set([
  'builtins.object',
  'builtins.str',
  'builtins.dict',
  'abc.ABC',
  'enum.Enum',
  'enum.StrEnum',
  'typing.Generic',
  'typing.NamedTuple',
  'typing.Protocol',
  'typing.TypedDict',
]);

function ownMember(of: ClassValue, name: string, here: Here): Values | null {
  const scope = of.module.index.scopeAt(of.node);
  const candidates = scope?.bindings.get(name);
  if (!scope || !candidates) return null;
  const there = here.evaluator.here(of.module, of.closure);
  const { bindings } =
    candidates.length === 1
      ? { bindings: candidates }
      : reachingEnd(candidates, scope.node, of.module.source.text);
  return bindings.length > 0 ? join(...bindings.map((binding) => valueOf(binding, there))) : null;
}

/** A method as it is seen through an object or class. */
function bindTo(value: Value, receiver: Value, owner: ClassValue): Value {
  if (value.kind !== 'function' || classAround(value.node) !== owner.node) return value;
  if (isDecoratedWith(value.node, 'staticmethod', value.module)) return value;
  if (isDecoratedWith(value.node, 'classmethod', value.module)) {
    return { ...value, self: receiver.kind === 'instance' ? receiver.of : receiver };
  }
  return receiver.kind === 'class' ? value : { ...value, self: receiver };
}

/** The `__init__` (or `__new__`) that constructing an object of the class runs; null when it is a library's or none. */
export function constructorOf(of: ClassValue, here: Here): FunctionValue | null {
  for (const ancestor of ancestors(of, here)) {
    if (ancestor.kind === 'external') {
      if (isPlainBase(ancestor.path)) continue;
      return null;
    }
    const scope = ancestor.of.module.index.scopeAt(ancestor.of.node);
    const [binding] = scope?.bindings.get('__init__')?.slice(-1) ?? [];
    if (binding?.source.kind === 'definition') {
      return functionValue(
        ancestor.of.module,
        binding.source.definition,
        ancestor.of.closure,
        instance(of, null),
      );
    }
  }
  return null;
}

/** The library class whose constructor runs when an object of this class is made; null when it is the workspace's own. */
export function externalConstructor(of: ClassValue, here: Here): readonly string[] | null {
  for (const ancestor of ancestors(of, here)) {
    if (ancestor.kind === 'external') {
      if (isPlainBase(ancestor.path)) continue;
      return ancestor.path;
    }
    if (ancestor.of.module.index.scopeAt(ancestor.of.node)?.bindings.has('__init__')) return null;
  }
  return null;
}

/** Whether a class has a library class of this dotted name (or last segment) among its bases. */
export function derivesFrom(of: ClassValue, names: ReadonlySet<string>, here: Here): boolean {
  return ancestors(of, here).some((each) => each.kind === 'external' && names.has(each.path.at(-1) ?? ''));
}

const enumBases = new Set(['Enum', 'StrEnum', 'IntEnum', 'Flag']);

export function isEnum(of: ClassValue, here: Here): boolean {
  return derivesFrom(of, enumBases, here);
}

/** The values of an enumeration's members. */
export function enumMembers(of: ClassValue, here: Here): Thunk[] {
  if (!isEnum(of, here)) return [];
  const scope = of.module.index.scopeAt(of.node);
  const there = here.evaluator.here(of.module, of.closure);
  return [...(scope?.bindings.values() ?? [])]
    .flatMap((list) => list.slice(-1))
    .filter(({ source }) => source.kind === 'value')
    .map((binding) => () => valueOf(binding, there));
}

/** The name of a class, for messages. */
export function className(of: ClassValue): string {
  return nameOf(of.module, of.node);
}

import { child, childrenIn, descendants, type SyntaxNode } from '../syntax';
import { readImport, type ImportedName } from './importStatements';
import { IdentifierTable } from './identifierTable';
import { NameTable } from './nameTable';
import { assignmentTargets, type Target, type TargetPath } from './targets';

/** Where a name gets its value. */
export type BindingSource =
  | { readonly kind: 'value'; readonly value: SyntaxNode; readonly path: TargetPath }
  /** An element of an iterable: loop and comprehension targets. */
  | { readonly kind: 'element'; readonly value: SyntaxNode; readonly path: TargetPath }
  /** What a context manager gives. */
  | { readonly kind: 'context'; readonly value: SyntaxNode; readonly path: TargetPath }
  | { readonly kind: 'augmented'; readonly statement: SyntaxNode }
  | { readonly kind: 'parameter'; readonly parameter: SyntaxNode }
  | { readonly kind: 'definition'; readonly definition: SyntaxNode }
  | { readonly kind: 'import'; readonly imported: ImportedName }
  /** `del name`. */
  | { readonly kind: 'deletion' }
  /** A match pattern's capture of the whole subject. */
  | { readonly kind: 'opaque' };

/** One place where a name (or `self.x`, `cfg["k"]`, written as it stands) is bound. */
export interface Binding {
  readonly key: string;
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly source: BindingSource;
}

export type ScopeKind = 'module' | 'class' | 'function' | 'comprehension';

/** A stretch of code with names of its own. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly node: SyntaxNode;
  readonly parent: Scope | null;
  /** In source order. */
  readonly bindings: Map<string, Binding[]>;
  /** Names declared `global` or `nonlocal`. */
  readonly declared: Map<string, 'global' | 'nonlocal'>;
  /** `return` and `yield` expressions of a function, in source order. */
  readonly results: FunctionResult[];
}

/** A `return` or `yield`. */
export interface FunctionResult {
  readonly kind: 'return' | 'yield';
  readonly node: SyntaxNode;
  readonly value: SyntaxNode | null;
}

/** `obj.attr = value` and `obj["key"] = value` of a module, wherever they stand. */
export interface MemberBinding extends Binding {
  readonly object: SyntaxNode;
}

/** Methods that put something into a list, set or dictionary. */
const mutators = new Set(['append', 'extend', 'insert', 'add', 'update', 'setdefault', 'appendleft']);

const comprehensions = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** Whether a child of a function, lambda or class belongs to the new scope; the rest is evaluated outside. */
function opensScope(parent: SyntaxNode, node: SyntaxNode): boolean {
  if (comprehensions.has(parent.type)) return true;
  const owns =
    parent.type === 'function_definition' || parent.type === 'lambda' || parent.type === 'class_definition';
  return owns && node.field === 'body';
}

/** Where scopes are looked up by the node that makes them. */
interface ScopeSource {
  readonly module: Scope;
  scopeAt(node: SyntaxNode): Scope | undefined;
}

/** The scope in which an expression is evaluated. */
export function scopeOf(index: ScopeSource, node: SyntaxNode): Scope {
  for (let at: SyntaxNode = node; at.parent; at = at.parent) {
    if (!opensScope(at.parent, at)) continue;
    const scope = index.scopeAt(at.parent);
    if (scope) return scope;
  }
  return index.module;
}

/** The innermost function (or lambda) scope that holds `scope`, itself included. */
export function functionScope(scope: Scope | null): Scope | null {
  for (let at = scope; at; at = at.parent) if (at.kind === 'function') return at;
  return null;
}

/** What an index has by name. */
const tables = ['members', 'callsByName', 'definitions', 'imports', 'mutations', 'reads'] as const;

/** The index of some nodes as if they were a module. */
export function indexAlone(nodes: readonly SyntaxNode[], text: string): ScopeIndexer {
  const root = {
    type: 'module',
    start: 0,
    end: text.length,
    field: null,
    parent: null,
    children: [...nodes],
  };
  const indexer = new ScopeIndexer(root, text);
  indexer.index(nodes, indexer.module);
  return indexer;
}

/** Reads scopes, bindings and calls of a tree, or of a part of it that came to be known later. */
export class ScopeIndexer {
  readonly scopes = new Map<SyntaxNode, Scope>();
  /** By attribute name or by the literal key. */
  readonly members = new NameTable<MemberBinding>(({ node }) => node);
  readonly calls = new Set<SyntaxNode>();
  /** Calls by the last name of their callee; those whose callee is no name under ''. */
  readonly callsByName = new NameTable<SyntaxNode>((node) => node);
  /** Functions and classes by name. */
  readonly definitions = new NameTable<SyntaxNode>((node) => node);
  /** Imports by the name that they bind, in any scope. */
  readonly imports = new NameTable<ImportedName>(({ node }) => node);
  starImports: readonly ImportedName[] = [];
  /** `name.append(x)`, `name[key] = x`, `name.key = x` and their like, by name: what a container holds besides what it was made with. */
  readonly mutations = new NameTable<SyntaxNode>((node) => node);
  /** Identifiers, by name. */
  readonly reads = new IdentifierTable(() => this.text);
  readonly module: Scope;

  constructor(
    private readonly root: SyntaxNode,
    private text: string,
    /** Where the names of a scope are put. */
    private readonly namesOf: (kind: ScopeKind, node: SyntaxNode) => Map<string, Binding[]> = () => new Map(),
  ) {
    this.module = this.open('module', root, null);
  }

  /** From now on the nodes' places are those in this text. */
  moveTo(text: string): void {
    this.text = text;
  }

  /** Takes out nodes that stand in `scope`, and all below them. Answers what was known of them alone. */
  remove(nodes: readonly SyntaxNode[], scope: Scope): ScopeIndexer {
    const alone = indexAlone(nodes, this.text);
    const gone = new Set(nodes.flatMap((node) => [...descendants(node)]));
    for (const node of gone) {
      this.scopes.delete(node);
      this.calls.delete(node);
    }
    const [start, end] = [nodes[0]?.start ?? 0, nodes.at(-1)?.end ?? 0];
    for (const table of tables) this[table].remove(alone[table].keys(), start, end);
    this.starImports = this.starImports.filter(({ node }) => !gone.has(node));
    const isLeft = (binding: Binding) => !gone.has(binding.node);
    for (const name of alone.module.bindings.keys()) retain(this.module.bindings, name, isLeft);
    if (scope === this.module) return alone;
    for (const name of [...scope.bindings.keys()]) retain(scope.bindings, name, isLeft);
    scope.declared.clear();
    scope.results.length = 0;
    return alone;
  }

  /** Takes in nodes that stand in `scope`, and all below them. */
  index(nodes: readonly SyntaxNode[], scope: Scope): void {
    // Two stacks side by side, as most nodes open no scope of their own.
    const waiting = [...nodes].reverse();
    const scopes = waiting.map(() => scope);
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      const outer = scopes.pop() ?? scope;
      if (node.type === 'identifier') {
        this.reads.add(node);
        continue;
      }
      visitors.get(node.type)?.(node, outer, this);
      const inner = openers.get(node.type)?.(node, outer, this) ?? outer;
      const { children } = node;
      for (let i = children.length - 1; i >= 0; i--) {
        const below = children[i];
        if (!below) continue;
        waiting.push(below);
        scopes.push(inner === outer || opensScope(node, below) ? inner : outer);
      }
    }
  }

  open(kind: ScopeKind, node: SyntaxNode, parent: Scope | null): Scope {
    const bindings = this.namesOf(kind, node);
    const scope: Scope = { kind, node, parent, bindings, declared: new Map(), results: [] };
    this.scopes.set(node, scope);
    return scope;
  }

  /** Binds a name in the scope that owns it: the module for one declared global, the next function for nonlocal. */
  bind(scope: Scope, node: SyntaxNode, source: BindingSource, key = this.textOf(node)): void {
    const owner = this.owner(scope, key);
    const binding: Binding = { key, node, scope: owner, source };
    if (source.kind === 'definition') this.definitions.add(key, source.definition);
    if (source.kind === 'import') this.imports.add(key, source.imported);
    insert(owner.bindings, key, binding);
  }

  bindTarget(scope: Scope, target: Target, source: BindingSource): void {
    const { node } = target;
    if (node.type === 'identifier') {
      this.bind(scope, node, source);
      return;
    }
    const object = child(node, node.type === 'attribute' ? 'object' : 'value');
    if (object?.type === 'identifier' && node.parent) this.addMutation(object, node.parent);
    const name = this.memberName(node);
    if (!object || name === null) return;
    const key = this.textOf(node);
    this.members.add(name, { key, node, scope, source, object });
    if (object.type === 'identifier') this.bind(scope, node, source, key);
  }

  /** `attr` of `obj.attr`, `key` of `obj["key"]`; null for a key that is no plain literal. */
  private memberName(node: SyntaxNode): string | null {
    const name = child(node, node.type === 'attribute' ? 'attribute' : 'subscript');
    if (!name) return null;
    if (node.type === 'attribute') return this.textOf(name);
    return /^(["'])(.*)\1$/.exec(this.textOf(name))?.[2] ?? null;
  }

  addCall(node: SyntaxNode): void {
    this.calls.add(node);
    const callee = child(node, 'function');
    const method = callee && child(callee, 'attribute');
    const last = callee?.type === 'identifier' ? callee : method;
    this.callsByName.add(last ? this.textOf(last) : '', node);
    const object = callee && child(callee, 'object');
    if (method && object?.type === 'identifier' && mutators.has(this.textOf(method)))
      this.addMutation(object, node);
  }

  addMutation(object: SyntaxNode, node: SyntaxNode): void {
    this.mutations.add(this.textOf(object), node);
  }

  addStarImport(imported: ImportedName): void {
    this.starImports = [...this.starImports, imported].sort((a, b) => a.node.start - b.node.start);
  }

  textOf(node: SyntaxNode): string {
    return this.text.slice(node.start, node.end);
  }

  private owner(scope: Scope, key: string): Scope {
    const name = /^\w+/.exec(key)?.[0] ?? key;
    const declared = scope.declared.get(name);
    if (declared === 'global') return this.scopes.get(this.root) ?? scope;
    if (declared === 'nonlocal') return functionScope(scope.parent) ?? scope;
    return scope;
  }
}

/** Opens the scope that a node makes. */
type Opener = (node: SyntaxNode, scope: Scope, indexer: ScopeIndexer) => Scope;

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ['function_definition', openFunction],
  ['lambda', openFunction],
  ['class_definition', openClass],
  ...[...comprehensions].map((type): [string, Opener] => [type, openComprehension]),
]);

/** Notes what a node does to the scope that it stands in. */
type Visitor = (node: SyntaxNode, scope: Scope, indexer: ScopeIndexer) => void;

const visitorsByType: Readonly<Record<string, Visitor>> = {
  call: (node, _scope, indexer) => indexer.addCall(node),
  assignment: visitAssignment,
  augmented_assignment: (node, scope, indexer) => {
    for (const target of targetsOf(node, 'left'))
      indexer.bindTarget(scope, target, { kind: 'augmented', statement: node });
  },
  named_expression: (node, scope, indexer) => {
    const name = child(node, 'name');
    const value = child(node, 'value');
    // A walrus in a comprehension binds outside of it.
    let owner = scope;
    while (owner.kind === 'comprehension' && owner.parent) owner = owner.parent;
    if (name && value) indexer.bind(owner, name, { kind: 'value', value, path: [] });
  },
  for_statement: visitFor,
  for_in_clause: visitFor,
  as_pattern: visitAsPattern,
  import_statement: visitImport,
  import_from_statement: visitImport,
  global_statement: (node, scope, indexer) => declare(node, scope, 'global', indexer),
  nonlocal_statement: (node, scope, indexer) => declare(node, scope, 'nonlocal', indexer),
  return_statement: (node, scope) =>
    functionScope(scope)?.results.push({ kind: 'return', node, value: node.children[0] ?? null }),
  yield: (node, scope) =>
    functionScope(scope)?.results.push({ kind: 'yield', node, value: node.children[0] ?? null }),
  case_pattern: visitCasePattern,
  delete_statement: (node, scope, indexer) => {
    for (const each of node.children.flatMap((one) => assignmentTargets(one))) {
      if (each.node.type === 'identifier') indexer.bind(scope, each.node, { kind: 'deletion' });
    }
  },
  except_clause: (node, scope, indexer) => {
    const alias = child(node, 'alias');
    if (alias?.type === 'identifier') indexer.bind(scope, alias, { kind: 'opaque' });
  },
};
const visitors = new Map(Object.entries(visitorsByType));

function openFunction(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): Scope {
  const name = child(node, 'name');
  if (name) indexer.bind(scope, name, { kind: 'definition', definition: node });
  const inner = indexer.open('function', node, scope);
  const body = child(node, 'body');
  if (node.type === 'lambda' && body) inner.results.push({ kind: 'return', node: body, value: body });
  for (const parameter of child(node, 'parameters')?.children ?? []) {
    const named = parameterName(parameter);
    if (named) indexer.bind(inner, named, { kind: 'parameter', parameter });
  }
  return inner;
}

function openComprehension(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): Scope {
  return indexer.open('comprehension', node, scope);
}

/** The identifier of a parameter in any of its forms; undefined for `*` and `/`. */
export function parameterName(parameter: SyntaxNode): SyntaxNode | undefined {
  if (parameter.type === 'identifier') return parameter;
  const name = child(parameter, 'name') ?? parameter.children[0];
  if (!name || name === parameter) return undefined;
  return name.type === 'identifier' ? name : parameterName(name);
}

function openClass(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): Scope {
  const name = child(node, 'name');
  if (name) indexer.bind(scope, name, { kind: 'definition', definition: node });
  return indexer.open('class', node, scope);
}

function visitAssignment(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): void {
  let value = child(node, 'right');
  // a = b = value: the inner assignment is the outer one's right side.
  while (value?.type === 'assignment') value = child(value, 'right');
  if (!value) return;
  for (const target of targetsOf(node, 'left')) {
    indexer.bindTarget(scope, target, { kind: 'value', value, path: target.path });
  }
}

function visitFor(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): void {
  const value = child(node, 'right');
  if (!value) return;
  for (const target of targetsOf(node, 'left')) {
    indexer.bindTarget(scope, target, { kind: 'element', value, path: target.path });
  }
}

/** `with f() as x`, `except E as e`, `case … as x`. */
function visitAsPattern(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): void {
  const [value] = node.children;
  const alias = child(node, 'alias');
  if (!value || !alias) return;
  const inWith = node.parent?.type === 'with_item';
  for (const target of assignmentTargets(alias.children[0] ?? alias)) {
    indexer.bindTarget(
      scope,
      target,
      inWith ? { kind: 'context', value, path: target.path } : { kind: 'opaque' },
    );
  }
}

function visitImport(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): void {
  for (const imported of readImport(node, (each) => indexer.textOf(each))) {
    if (imported.member === '*') indexer.addStarImport(imported);
    else indexer.bind(scope, imported.node, { kind: 'import', imported }, imported.bound);
  }
}

function declare(node: SyntaxNode, scope: Scope, how: 'global' | 'nonlocal', indexer: ScopeIndexer): void {
  for (const name of childrenOfType(node, 'identifier')) scope.declared.set(indexer.textOf(name), how);
}

/** A bare name in a pattern captures whatever stands there. */
function visitCasePattern(node: SyntaxNode, scope: Scope, indexer: ScopeIndexer): void {
  const [only] = node.children;
  const name = only?.type === 'dotted_name' && only.children.length === 1 ? only.children[0] : undefined;
  if (name && indexer.textOf(name) !== '_') indexer.bind(scope, name, { kind: 'opaque' });
}

function targetsOf(node: SyntaxNode, field: string): Target[] {
  return childrenIn(node, field).flatMap((each) => assignmentTargets(each));
}

function childrenOfType(node: SyntaxNode, type: string): SyntaxNode[] {
  return node.children.filter((each) => each.type === type);
}

/** Leaves of a name's bindings those that pass. */
function retain(map: Map<string, Binding[]>, name: string, passes: (binding: Binding) => boolean): void {
  const left = map.get(name)?.filter(passes) ?? [];
  if (left.length > 0) map.set(name, left);
  else map.delete(name);
}

/** Adds a binding at its place in the order of the source. */
function insert(map: Map<string, Binding[]>, key: string, binding: Binding): void {
  const list = map.get(key) ?? [];
  map.set(key, list);
  let at = list.length;
  while (at > 0 && (list[at - 1]?.node.start ?? 0) > binding.node.start) at--;
  list.splice(at, 0, binding);
}

import { child, descendants, type SyntaxNode } from '../syntax';
import { IdentifierTable } from './identifierTable';
import type { ImportedName } from './importStatements';
import { NameTable } from './nameTable';
import {
  type Binding,
  type BindingSource,
  functionScope,
  type MemberBinding,
  opensScope,
  type Scope,
  type ScopeKind,
} from './scope';
import { openers, visitors } from './scopeVisitors';
import type { Target } from './targets';

/** Methods that put something into a list, set or dictionary. */
const mutators = new Set(['append', 'extend', 'insert', 'add', 'update', 'setdefault', 'appendleft']);

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

import type { SyntaxNode } from '../syntax';
import type { ImportedName } from './importStatements';
import type { TargetPath } from './targets';

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

/** Expressions that are loops with names of their own. */
export const comprehensions = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** Whether a child of a function, lambda or class belongs to the new scope; the rest is evaluated outside. */
export function opensScope(parent: SyntaxNode, node: SyntaxNode): boolean {
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

import { child, childrenIn, type SyntaxNode } from '../syntax';
import { readImport } from './importStatements';
import { comprehensions, functionScope, type Scope } from './scope';
import type { ScopeIndexer } from './scopes';
import { assignmentTargets, type Target } from './targets';

/** Opens the scope that a node makes. */
type Opener = (node: SyntaxNode, scope: Scope, indexer: ScopeIndexer) => Scope;

/** What each kind of node with names of its own opens. */
export const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
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
/** What each kind of node does to the scopes. */
export const visitors: ReadonlyMap<string, Visitor> = new Map(Object.entries(visitorsByType));

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

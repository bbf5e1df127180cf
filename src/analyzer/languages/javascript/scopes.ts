/** Which names a module binds, in which scopes, and to what. Lexical only: a scope is a node of the tree. */
import { child, childrenIn, descendants, type SyntaxNode } from '../../syntax';
import type { ScriptModule } from './module';
import { stringText } from './strings';

/** What a name stands for where it is bound. */
export type Binding =
  /** `const x = value`, `const { key: x = fallback } = value`. */
  | {
      readonly kind: 'value';
      readonly value: SyntaxNode | null;
      readonly keys: readonly string[];
      readonly fallback: SyntaxNode | null;
    }
  /** `import { member as x } from 'source'`; member `*` is the module itself. */
  | { readonly kind: 'import'; readonly source: string; readonly member: string }
  | {
      readonly kind: 'parameter';
      readonly owner: SyntaxNode;
      readonly position: number;
      readonly keys: readonly string[];
      readonly fallback: SyntaxNode | null;
    }
  /** `for (const x of values)`. */
  | { readonly kind: 'loop'; readonly over: SyntaxNode; readonly keys: readonly string[] }
  /** A class, a function or an enum by its own name. */
  | { readonly kind: 'definition'; readonly node: SyntaxNode }
  /** What a `catch` caught, the rest of a pattern. */
  | { readonly kind: 'opaque' };

/** The names and the calls of a module. */
export interface ScopeIndex {
  /** Scope -> name -> binding. */
  readonly scopes: ReadonlyMap<SyntaxNode, ReadonlyMap<string, Binding>>;
  /** Assignments to a plain name, by the name. */
  readonly assignments: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** Assignments to `this.name`, by the name. */
  readonly properties: ReadonlyMap<string, readonly SyntaxNode[]>;
  readonly calls: readonly SyntaxNode[];
  readonly classes: readonly SyntaxNode[];
}

/** Reads the scopes of a module. */
export function indexScopes(module: ScriptModule): ScopeIndex {
  const indexer = new ScopeIndexer(module);
  for (const node of descendants(module.syntax.root)) indexer.visit(node);
  return indexer;
}

/** The binding that an identifier means, and the scope that holds it. */
export function lookUp(
  index: ScopeIndex,
  node: SyntaxNode,
  name: string,
): { readonly binding: Binding; readonly scope: SyntaxNode } | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    const binding = index.scopes.get(at)?.get(name);
    if (binding) return { binding, scope: at };
  }
  return null;
}

const functions = new Set([
  'function_declaration',
  'function_expression',
  'generator_function_declaration',
  'generator_function',
  'arrow_function',
  'method_definition',
]);
const blocks = new Set([
  ...functions,
  'module',
  'program',
  'statement_block',
  'for_statement',
  'for_in_statement',
]);

/** Whether a node is a function of any form. */
export function isFunction({ type }: SyntaxNode): boolean {
  return functions.has(type);
}

class ScopeIndexer implements ScopeIndex {
  readonly scopes = new Map<SyntaxNode, Map<string, Binding>>();
  readonly assignments = new Map<string, SyntaxNode[]>();
  readonly properties = new Map<string, SyntaxNode[]>();
  readonly calls: SyntaxNode[] = [];
  readonly classes: SyntaxNode[] = [];

  constructor(private readonly module: ScriptModule) {}

  visit(node: SyntaxNode): void {
    visitors[node.type]?.(node, this);
    if (isFunction(node)) this.parameters(node);
  }

  /** Binds a name in the scope around `node`: that of the block, or of the function for `var`. */
  bind(node: SyntaxNode, name: SyntaxNode | undefined, binding: Binding, isVar = false): void {
    if (!name) return;
    let scope = node.parent;
    while (scope?.parent && !(isVar ? functions : blocks).has(scope.type)) scope = scope.parent;
    if (scope) this.add(scope, this.module.textOf(name), binding);
  }

  add(scope: SyntaxNode, name: string, binding: Binding): void {
    const names = this.scopes.get(scope) ?? new Map<string, Binding>();
    names.set(name, binding);
    this.scopes.set(scope, names);
  }

  note(map: Map<string, SyntaxNode[]>, name: string, node: SyntaxNode): void {
    const nodes = map.get(name);
    if (nodes) nodes.push(node);
    else map.set(name, [node]);
  }

  textOf(node: SyntaxNode): string {
    return this.module.textOf(node);
  }

  patternOf(pattern: SyntaxNode | undefined): PatternPart[] {
    return patternParts(pattern, null, this.module);
  }

  sourceOf(node: SyntaxNode | undefined): string {
    return node ? stringText(this.module.source.text, node).text : '';
  }

  private parameters(owner: SyntaxNode): void {
    const single = child(owner, 'parameter');
    const all = single ? [single] : (child(owner, 'parameters')?.children ?? []);
    all.forEach((parameter, position) => {
      const typed = parameter.type === 'required_parameter' || parameter.type === 'optional_parameter';
      const pattern = typed ? child(parameter, 'pattern') : parameter;
      const fallback = (typed ? child(parameter, 'value') : undefined) ?? null;
      for (const part of patternParts(pattern, fallback, this.module)) {
        const binding: Binding = part.rest
          ? { kind: 'opaque' }
          : { kind: 'parameter', owner, position, keys: part.keys, fallback: part.fallback };
        this.add(owner, this.module.textOf(part.name), binding);
      }
    });
  }
}

/** A name in a pattern, and the way from the whole to it. */
export interface PatternPart {
  readonly name: SyntaxNode;
  readonly keys: readonly string[];
  readonly fallback: SyntaxNode | null;
  readonly rest: boolean;
}

/** The names of `x`, `{ a, b: c = 1 }`, `[x, y]`. */
export function patternParts(
  pattern: SyntaxNode | undefined,
  fallback: SyntaxNode | null,
  module: ScriptModule,
  keys: readonly string[] = [],
  rest = false,
): PatternPart[] {
  if (!pattern) return [];
  const inner = (node: SyntaxNode | undefined, key: string | null, or: SyntaxNode | null = null) =>
    patternParts(node, or, module, key === null ? keys : [...keys, key], rest);
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      return [{ name: pattern, keys, fallback, rest }];
    case 'assignment_pattern':
      return patternParts(child(pattern, 'left'), child(pattern, 'right') ?? null, module, keys, rest);
    case 'object_assignment_pattern': {
      const left = child(pattern, 'left');
      return left ? inner(left, module.textOf(left), child(pattern, 'right') ?? null) : [];
    }
    case 'pair_pattern': {
      const key = child(pattern, 'key');
      const value = child(pattern, 'value');
      return key && value ? inner(value, propertyName(module, key)) : [];
    }
    case 'object_pattern':
      return pattern.children.flatMap((each) =>
        each.type === 'shorthand_property_identifier_pattern'
          ? inner(each, module.textOf(each))
          : inner(each, null),
      );
    case 'array_pattern':
      return pattern.children.flatMap((each, index) => inner(each, String(index)));
    case 'rest_pattern':
      return pattern.children.flatMap((each) => patternParts(each, null, module, keys, true));
    default:
      return [];
  }
}

/** The name of a property: `a`, `'a'`, `['a']`. */
export function propertyName(module: ScriptModule, key: SyntaxNode): string {
  const inner = key.type === 'computed_property_name' ? key.children[0] : key;
  if (!inner) return '';
  return inner.type === 'string' ? stringText(module.source.text, inner).text : module.textOf(inner);
}

const visitors: Readonly<Record<string, (node: SyntaxNode, indexer: ScopeIndexer) => void>> = {
  import_statement: bindImports,
  variable_declarator: bindVariables,
  for_in_statement: bindLoop,
  function_declaration: bindDefinition,
  generator_function_declaration: bindDefinition,
  enum_declaration: bindDefinition,
  class_declaration: bindClass,
  abstract_class_declaration: bindClass,
  class: (node, indexer) => indexer.classes.push(node),
  catch_clause: (node, indexer) => {
    const parameter = child(node, 'parameter');
    if (parameter) indexer.add(node, indexer.textOf(parameter), { kind: 'opaque' });
  },
  assignment_expression: noteAssignment,
  augmented_assignment_expression: noteAssignment,
  call_expression: (node, indexer) => indexer.calls.push(node),
  new_expression: (node, indexer) => indexer.calls.push(node),
};

function bindImports(node: SyntaxNode, indexer: ScopeIndexer): void {
  const text = indexer.textOf(node);
  const clause = node.children.find(({ type }) => type === 'import_clause');
  const source = indexer.sourceOf(child(node, 'source'));
  if (!clause || /^import\s+type\s(?!from\s|,)/.test(text)) return;
  const bind = (name: SyntaxNode | undefined, member: string) => {
    indexer.bind(node, name, { kind: 'import', source, member });
  };
  for (const part of clause.children) {
    if (part.type === 'identifier') bind(part, 'default');
    else if (part.type === 'namespace_import') bind(part.children[0], '*');
    else
      for (const specifier of part.children) {
        const name = child(specifier, 'name');
        if (name) bind(child(specifier, 'alias') ?? name, propertyText(indexer, name));
      }
  }
}

function propertyText(indexer: ScopeIndexer, name: SyntaxNode): string {
  return name.type === 'string' ? indexer.sourceOf(name) : indexer.textOf(name);
}

function bindVariables(node: SyntaxNode, indexer: ScopeIndexer): void {
  const value = child(node, 'value') ?? null;
  const isVar = node.parent?.type === 'variable_declaration';
  for (const { name, keys, fallback, rest } of indexer.patternOf(child(node, 'name'))) {
    indexer.bind(node, name, rest ? { kind: 'opaque' } : { kind: 'value', value, keys, fallback }, isVar);
  }
}

function bindLoop(node: SyntaxNode, indexer: ScopeIndexer): void {
  const over = child(node, 'right');
  const operator = child(node, 'operator');
  if (!over || !child(node, 'kind')) return;
  const isOf = operator !== undefined && indexer.textOf(operator) === 'of';
  for (const { name, keys } of indexer.patternOf(child(node, 'left'))) {
    indexer.add(node, indexer.textOf(name), isOf ? { kind: 'loop', over, keys } : { kind: 'opaque' });
  }
}

function bindDefinition(node: SyntaxNode, indexer: ScopeIndexer): void {
  indexer.bind(node, child(node, 'name'), { kind: 'definition', node });
}

function bindClass(node: SyntaxNode, indexer: ScopeIndexer): void {
  indexer.classes.push(node);
  bindDefinition(node, indexer);
}

function noteAssignment(node: SyntaxNode, indexer: ScopeIndexer): void {
  const left = child(node, 'left');
  if (left?.type === 'identifier') indexer.note(indexer.assignments, indexer.textOf(left), node);
  if (left?.type !== 'member_expression') return;
  const [property] = childrenIn(left, 'property');
  if (child(left, 'object')?.type === 'this' && property) {
    indexer.note(indexer.properties, indexer.textOf(property), node);
  }
}

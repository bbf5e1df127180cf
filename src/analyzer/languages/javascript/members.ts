import { message } from '../../../shared/message';
import { reasons } from '../../python/reasons';
import { child, type SyntaxNode } from '../../syntax';
import type { ScriptEvaluator } from './evaluator';
import type { ScriptModule } from './module';
import { propertyName } from './scopes';
import { unknown, type Value, type Values, withStep } from './values';

/** Names under which programs find their environment. */
const environments = new Set(['node:process.env', 'process.env', 'import.meta.env', 'deno.env']);

/** What stands behind `value.name`. */
export function memberOf(value: Value, name: string, evaluator: ScriptEvaluator): Values {
  switch (value.kind) {
    case 'external':
      return externalMember(value.path, name);
    case 'environment':
      return [unknown(reasons.variable(name))];
    case 'module':
      return exported(value.module, name, evaluator);
    case 'node':
      return memberOfNode(value.module, value.node, name, evaluator);
    case 'unknown':
      return [value];
    case 'nothing':
      return [{ kind: 'nothing' }];
    case 'text':
    case 'other':
      return [unknown(reasons.attribute(name))];
  }
}

/** Every element of an array, every value of an object. */
export function membersOf(value: Value, evaluator: ScriptEvaluator): Values {
  if (value.kind === 'unknown') return [value];
  if (value.kind !== 'node') return [unknown(reasons.element('…'))];
  const { node, module } = value;
  if (node.type === 'array') return node.children.flatMap((each) => evaluator.evaluate(each, module));
  return membersIn(node, module).flatMap(({ value: each }) => evaluator.evaluate(each, module));
}

function externalMember(path: readonly string[], name: string): Values {
  const full = [...path, name];
  if (environments.has(full.join('.'))) return [{ kind: 'environment' }];
  return [{ kind: 'external', path: name === 'default' ? path : full, made: false }];
}

function memberOfNode(
  module: ScriptModule,
  node: SyntaxNode,
  name: string,
  evaluator: ScriptEvaluator,
): Values {
  if (node.type === 'array') {
    const element = node.children[Number(name)];
    return element ? evaluator.evaluate(element, module) : [{ kind: 'nothing' }];
  }
  const isClass = node.type.startsWith('class') || node.type === 'abstract_class_declaration';
  if (isClass) return memberOfClass(module, node, name, evaluator);
  const found = membersIn(node, module).filter((each) => each.name === name);
  if (found.length === 0) return spread(node) ? [unknown(reasons.attribute(name))] : [{ kind: 'nothing' }];
  return traced(found, name, module, evaluator);
}

/** A field of a class, as it and the classes that extend it here set it, else as its base does. */
function memberOfClass(
  module: ScriptModule,
  node: SyntaxNode,
  name: string,
  evaluator: ScriptEvaluator,
): Values {
  const family = [node, ...extending(node, module)];
  const fields = family.flatMap((each) => membersIn(each, module).filter((member) => member.name === name));
  const assigned = (module.index.properties.get(name) ?? [])
    .filter((each) => family.some((one) => one.start <= each.start && each.end <= one.end))
    .flatMap((each) => ({ name, node: each, value: child(each, 'right') }));
  const values = traced([...fields, ...assigned], name, module, evaluator);
  const known = values.filter(({ kind }) => kind !== 'nothing');
  if (known.length > 0) return known;
  const base = baseOf(node);
  const inherited =
    base && evaluator.evaluate(base, module).flatMap((each) => memberOf(each, name, evaluator));
  if (inherited && inherited.length > 0) return inherited;
  return values.length > 0 ? values : [unknown(reasons.attribute(name))];
}

interface Member {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly value: SyntaxNode | undefined;
}

function traced(
  members: readonly Member[],
  name: string,
  module: ScriptModule,
  evaluator: ScriptEvaluator,
): Values {
  return members.flatMap(({ node, value }) =>
    withStep(evaluator.evaluate(value, module), evaluator.step(message('attribute {0}', name), node, module)),
  );
}

/** The members of an object, an enum or a class body. */
function membersIn(node: SyntaxNode, module: ScriptModule): Member[] {
  const body = node.type === 'object' ? node : child(node, 'body');
  return (body?.children ?? []).flatMap((each): Member[] => {
    if (each.type === 'shorthand_property_identifier') {
      return [{ name: module.textOf(each), node: each, value: each }];
    }
    const key = child(each, 'key') ?? child(each, 'name') ?? child(each, 'property');
    if (!key) return [];
    const value = each.type === 'method_definition' ? each : child(each, 'value');
    return [{ name: propertyName(module, key), node: each, value }];
  });
}

function spread(node: SyntaxNode): boolean {
  return node.children.some(({ type }) => type === 'spread_element');
}

function extending(node: SyntaxNode, module: ScriptModule): SyntaxNode[] {
  const name = child(node, 'name');
  if (!name) return [];
  return module.index.classes.filter((each) => {
    const base = baseOf(each);
    return each !== node && base !== undefined && module.textOf(base) === module.textOf(name);
  });
}

/** The expression behind `extends`: the grammars of JavaScript and TypeScript hold it in different places. */
function baseOf(node: SyntaxNode): SyntaxNode | undefined {
  const heritage = node.children.find(({ type }) => type === 'class_heritage');
  const clause = heritage?.children.find(({ type }) => type === 'extends_clause');
  return clause ? child(clause, 'value') : heritage?.children[0];
}

/** What a module of the project gives under a name. */
function exported(module: ScriptModule, name: string, evaluator: ScriptEvaluator): Values {
  for (const statement of module.syntax.root.children) {
    if (statement.type !== 'export_statement') continue;
    const found = exportedBy(statement, name, module, evaluator);
    if (found) return found;
  }
  const local = module.index.scopes.get(module.syntax.root)?.get(name);
  return local ? [unknown(reasons.outside(name))] : [unknown(reasons.attribute(name))];
}

function exportedBy(
  statement: SyntaxNode,
  name: string,
  module: ScriptModule,
  evaluator: ScriptEvaluator,
): Values | null {
  const declaration = child(statement, 'declaration');
  const value = child(statement, 'value');
  if (name === 'default' && value) return evaluator.evaluate(value, module);
  for (const each of declaration?.children ?? []) {
    const declared = each.type === 'variable_declarator' ? child(each, 'name') : undefined;
    if (declared && module.textOf(declared) === name) return evaluator.identifier(declared, module);
  }
  const own = declaration && child(declaration, 'name');
  if (declaration && own && module.textOf(own) === name) return [{ kind: 'node', module, node: declaration }];
  return exportedInClause(statement, name, module, evaluator);
}

/** `export { a as b }`, `export { a as b } from './c'`. */
function exportedInClause(
  statement: SyntaxNode,
  name: string,
  module: ScriptModule,
  evaluator: ScriptEvaluator,
): Values | null {
  const source = child(statement, 'source');
  const clause = statement.children.find(({ type }) => type === 'export_clause');
  for (const specifier of clause?.children ?? []) {
    const local = child(specifier, 'name');
    const outer = child(specifier, 'alias') ?? local;
    if (!local || !outer || module.textOf(outer) !== name) continue;
    if (!source) return evaluator.identifier(local, module);
    return evaluator.external(module.textOf(source).slice(1, -1), module.textOf(local), module);
  }
  return null;
}

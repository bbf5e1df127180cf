import { type Message, message } from '../../../shared/message';
import { reasons } from '../../python/reasons';
import { child, type SyntaxNode } from '../../syntax';
import type { TraceStep } from '../../usage';
import { callValues } from './calls';
import { memberOf, membersOf } from './members';
import type { ScriptModule } from './module';
import { isRelative, packagePath } from './packages';
import { parameterValues } from './parameters';
import { type Binding, lookUp } from './scopes';
import { stringText } from './strings';
import { text, unknown, type Value, type Values, withNote, withStep } from './values';
import type { ScriptWorld } from './world';

/** More values than this say nothing; more steps than this are not taken for one usage. */
const mostValues = 16;
const mostSteps = 2000;
const deepest = 60;

/** Follows an expression to the values that it may have. Never runs anything; knows no order of statements. */
export class ScriptEvaluator {
  private readonly active = new Set<SyntaxNode>();
  private steps = 0;

  constructor(readonly world: ScriptWorld) {}

  /** A new budget: each usage has its own. */
  start(): void {
    this.steps = 0;
    this.active.clear();
  }

  /** The values of an expression; none when it depends on itself alone. */
  evaluate(node: SyntaxNode | null | undefined, module: ScriptModule): Values {
    if (!node) return [{ kind: 'nothing' }];
    if (this.active.has(node)) return [];
    if (++this.steps > mostSteps || this.active.size > deepest) return [unknown(reasons.tooDeep())];
    this.active.add(node);
    try {
      const values = evaluators[node.type]?.(node, module, this) ?? this.inexpressible(node, module);
      return values.length > mostValues ? [unknown(reasons.tooDeep())] : values;
    } finally {
      this.active.delete(node);
    }
  }

  /** What a name is bound to. */
  identifier(node: SyntaxNode, module: ScriptModule): Values {
    const name = module.textOf(node);
    const found = lookUp(module.index, node, name);
    if (!found) return globals[name] ?? [unknown(reasons.undefinedName(name))];
    const { binding, scope } = found;
    const assigned = (module.index.assignments.get(name) ?? [])
      .filter((each) => lookUp(module.index, each, name)?.scope === scope)
      .flatMap((each) => this.evaluate(child(each, 'right'), module));
    const bound = this.bound(binding, name, module);
    const values = [...bound, ...assigned];
    const known = values.filter(({ kind }) => kind !== 'nothing');
    if (known.length === 0) return values;
    return binding.kind === 'value' ? withStep(known, this.variableStep(binding, name, node, module)) : known;
  }

  /** What stands in a package: an external name. */
  external(source: string, member: string, from: ScriptModule): Values {
    if (isRelative(source)) return this.imported(source, member, from);
    const path = packagePath(source);
    return [
      {
        kind: 'external',
        path: member === '*' || member === 'default' ? path : [...path, member],
        made: false,
      },
    ];
  }

  step(step: Message, node: SyntaxNode, module: ScriptModule): TraceStep {
    return { step, place: module.source.place(node.start, node.end) };
  }

  private bound(binding: Binding, name: string, module: ScriptModule): Values {
    switch (binding.kind) {
      case 'value':
        return this.picked(this.evaluate(binding.value, module), binding.keys, binding.fallback, module);
      case 'import':
        return this.external(binding.source, binding.member, module);
      case 'parameter':
        return parameterValues(binding, name, module, this);
      case 'loop': {
        const elements = this.evaluate(binding.over, module).flatMap((value) => membersOf(value, this));
        return this.picked(elements, binding.keys, null, module);
      }
      case 'definition':
        return [{ kind: 'node', module, node: binding.node }];
      case 'opaque':
        return [unknown(reasons.captured(name))];
    }
  }

  /** What stands behind keys: `const { a: { b } } = value`. */
  picked(values: Values, keys: readonly string[], fallback: SyntaxNode | null, module: ScriptModule): Values {
    let found = values;
    for (const key of keys) found = found.flatMap((value) => memberOf(value, key, this));
    const missing = found.length === 0 || found.some(({ kind }) => kind === 'nothing');
    if (!fallback || !missing) return found;
    return [...found.filter(({ kind }) => kind !== 'nothing'), ...this.evaluate(fallback, module)];
  }

  private imported(source: string, member: string, from: ScriptModule): Values {
    const module = this.world.moduleAt(source, from);
    if (module === 'pending') return [unknown(reasons.pending(source))];
    if (module === null) return [unknown(reasons.outside(source))];
    if (member === '*') return [{ kind: 'module', module }];
    return memberOf({ kind: 'module', module }, member, this);
  }

  private variableStep(
    binding: Binding & { kind: 'value' },
    name: string,
    node: SyntaxNode,
    module: ScriptModule,
  ) {
    const place = binding.value?.parent ?? node;
    return this.step(message('variable {0}', name), place, module);
  }

  private inexpressible(node: SyntaxNode, module: ScriptModule): Values {
    const code = module.textOf(node).replace(/\s+/g, ' ');
    return [unknown(reasons.expression(code.length > 60 ? `${code.slice(0, 59)}…` : code))];
  }
}

const globals: Readonly<Record<string, Values>> = {
  undefined: [{ kind: 'nothing' }],
  process: [{ kind: 'external', path: ['node:process'], made: true }],
  Deno: [{ kind: 'external', path: ['deno'], made: true }],
  Bun: [{ kind: 'external', path: ['node:process'], made: true }],
  globalThis: [{ kind: 'external', path: ['globalThis'], made: true }],
  Object: [{ kind: 'external', path: ['globalThis', 'Object'], made: false }],
};

type Evaluate = (node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator) => Values;

const inner: Evaluate = (node, module, evaluator) => evaluator.evaluate(node.children[0], module);
const other: Evaluate = () => [{ kind: 'other' }];
const piece: Evaluate = (node, module) => [{ kind: 'node', module, node }];

const evaluators: Readonly<Record<string, Evaluate>> = {
  string: literal,
  template_string: template,
  identifier: (node, module, evaluator) => evaluator.identifier(node, module),
  shorthand_property_identifier: (node, module, evaluator) => evaluator.identifier(node, module),
  member_expression: member,
  subscript_expression: subscript,
  binary_expression: binary,
  ternary_expression: ternary,
  call_expression: callValues,
  new_expression: callValues,
  assignment_expression: (node, module, evaluator) => evaluator.evaluate(child(node, 'right'), module),
  augmented_assignment_expression: (node, module, evaluator) => [
    ...evaluator.evaluate(child(node, 'left'), module),
    ...evaluator.evaluate(child(node, 'right'), module),
  ],
  this: thisOf,
  parenthesized_expression: inner,
  await_expression: inner,
  as_expression: inner,
  satisfies_expression: inner,
  non_null_expression: inner,
  type_assertion: (node, module, evaluator) => evaluator.evaluate(node.children.at(-1), module),
  sequence_expression: (node, module, evaluator) => evaluator.evaluate(node.children.at(-1), module),
  object: piece,
  array: piece,
  class: piece,
  class_declaration: piece,
  function_expression: piece,
  arrow_function: piece,
  method_definition: piece,
  null: () => [{ kind: 'nothing' }],
  undefined: () => [{ kind: 'nothing' }],
  number: other,
  true: other,
  false: other,
  regex: other,
  meta_property: () => [{ kind: 'external', path: ['import.meta'], made: true }],
};

function literal(node: SyntaxNode, module: ScriptModule): Values {
  const { text: value, plain } = stringText(module.source.text, node);
  return [text(value, plain ? { module, start: node.start + 1, end: node.end - 1 } : null)];
}

function template(node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  const parts = node.children.map((part): Values => {
    if (part.type === 'template_substitution') return evaluator.evaluate(part.children[0], module);
    return [text(stringText(module.source.text, { ...part, start: part.start - 1, end: part.end + 1 }).text)];
  });
  if (
    parts.every((part) => part.length === 1) &&
    node.children.every(({ type }) => type === 'string_fragment')
  ) {
    return literal(node, module);
  }
  return parts.reduce<Values>(concatenated, [text('')]);
}

/** Every string of the first with every one of the second; what is not known stays so. */
function concatenated(head: Values, tail: Values): Values {
  return head.flatMap((first): Values => {
    if (first.kind !== 'text') return first.kind === 'unknown' ? [first] : [unknown(reasons.nothing())];
    return tail.map((second): Value => {
      if (second.kind === 'unknown') return second;
      if (second.kind !== 'text') return unknown(reasons.nothing());
      const joined = text(first.text + second.text);
      return { ...joined, trail: [...first.trail, ...second.trail], note: first.note ?? second.note };
    });
  });
}

function member(node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  const property = child(node, 'property');
  const name = property ? module.textOf(property) : '';
  return evaluator
    .evaluate(child(node, 'object'), module)
    .flatMap((value) => memberOf(value, name, evaluator));
}

/** `models[key]`: of a key that is not known, every member. */
function subscript(node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  const index = child(node, 'index');
  const keys = index?.type === 'number' ? [text(module.textOf(index))] : evaluator.evaluate(index, module);
  const objects = evaluator.evaluate(child(node, 'object'), module);
  return objects.flatMap((value) =>
    keys.flatMap((key) =>
      key.kind === 'text' ? memberOf(value, key.text, evaluator) : membersOf(value, evaluator),
    ),
  );
}

function binary(node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  const operator = child(node, 'operator');
  const left = evaluator.evaluate(child(node, 'left'), module);
  const right = evaluator.evaluate(child(node, 'right'), module);
  switch (operator ? module.textOf(operator) : '') {
    case '+':
      return concatenated(left, right);
    case '??':
    case '||':
      return alternatives(left, right);
    case '&&':
      return right;
    default:
      return [{ kind: 'other' }];
  }
}

/** `a || b`: `b` alone when `a` can be nothing else but missing; a variable of the environment may override it. */
function alternatives(left: Values, right: Values): Values {
  const known = left.filter(
    (value) => value.kind !== 'nothing' && !(value.kind === 'text' && value.text === ''),
  );
  const [first] = known;
  if (!first) return right;
  if (known.every(isVariable)) return withNote(right, reasons.variableMayOverride(variableName(first)));
  return left.length === known.length && known.every(({ kind }) => kind === 'text')
    ? known
    : [...known, ...right];
}

/** Whether a value is a variable of the environment, which may be set when the program runs. */
function isVariable(value: Value): boolean {
  return value.kind === 'unknown' && value.reason.text === reasons.variable('').text;
}

function variableName(value: Value): string {
  return value.kind === 'unknown' ? String(value.reason.args[0]) : '';
}

function ternary(node: SyntaxNode, module: ScriptModule, evaluator: ScriptEvaluator): Values {
  return [
    ...evaluator.evaluate(child(node, 'consequence'), module),
    ...evaluator.evaluate(child(node, 'alternative'), module),
  ];
}

/** The class around a method, by whichever object it is called. */
function thisOf(node: SyntaxNode, module: ScriptModule): Values {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'class_body' && at.parent) return [{ kind: 'node', module, node: at.parent }];
    if (at.type === 'object') return [{ kind: 'node', module, node: at }];
  }
  return [unknown(reasons.expression('this'))];
}

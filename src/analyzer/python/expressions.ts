import { child, childrenIn, type SyntaxNode } from '../syntax';
import { attributeOf } from './attributes';
import { callArguments } from './callArguments';
import { type Here, shorten } from './evaluator';
import { comparison } from './comparisons';
import { elementsOf } from './iteration';
import { memberBefore } from './members';
import { lookUp } from './names';
import { addTexts } from './textOperations';
import { binaryOperation } from './operators';
import { reasons } from './reasons';
import { stringLiteral } from './strings';
import { subscriptOf } from './subscripts';
import {
  constant,
  functionValue,
  join,
  mapping,
  type MappingValue,
  sequence,
  type Thunk,
  truth,
  unknown,
  type Values,
} from './values';

export type ExpressionHandler = (node: SyntaxNode, here: Here) => Values;

/** How each kind of expression is evaluated. A kind that is not here is unknown, and says so. */
export const expressionHandlers: Readonly<Record<string, ExpressionHandler>> = {
  identifier: (node, here) => lookUp(here.module.textOf(node), node, here),
  string: stringLiteral,
  concatenated_string: (node, here) =>
    addTexts(
      node.children.map((each) => here.evaluator.evaluate(each, here)),
      node,
      here,
    ),
  true: () => [constant(true)],
  false: () => [constant(false)],
  none: () => [constant(null)],
  integer: number,
  float: number,
  ellipsis: () => [constant(null)],
  parenthesized_expression: inner,
  await: inner,
  type: inner,
  as_pattern: inner,
  list_splat: inner,
  yield: (node) => [unknown(reasons.captured(node.type))],
  attribute: memberBefore(attribute),
  subscript: memberBefore(subscript),
  call,
  lambda: (node, here) => [functionValue(here.module, node, here.frame)],
  conditional_expression: conditional,
  boolean_operator: booleanOperator,
  not_operator: (node, here) => negate(argumentOf(node, here)),
  comparison_operator: comparison,
  binary_operator: binaryOperation,
  unary_operator: negative,
  named_expression: (node, here) => fieldOf(node, 'value', here),
  assignment: (node, here) => fieldOf(node, 'right', here),
  list: container,
  tuple: container,
  set: container,
  expression_list: container,
  pattern_list: container,
  dictionary,
  list_comprehension: comprehension,
  set_comprehension: comprehension,
  generator_expression: comprehension,
  dictionary_comprehension: dictionaryComprehension,
};

/** What the expression in a field may be. */
function fieldOf(node: SyntaxNode, field: string, here: Here): Values {
  const value = child(node, field);
  return value ? here.evaluator.evaluate(value, here) : [];
}

function argumentOf(node: SyntaxNode, here: Here): Values {
  return fieldOf(node, 'argument', here);
}

/** `(x)`, `await x`, `*x`. Deep parentheses are unwrapped in one step. */
function inner(node: SyntaxNode, here: Here): Values {
  let [value] = node.children;
  while (value?.type === 'parenthesized_expression') [value] = value.children;
  return value ? here.evaluator.evaluate(value, here) : [];
}

function number(node: SyntaxNode, { module }: Here): Values {
  const value = Number(module.textOf(node).replaceAll('_', ''));
  return Number.isNaN(value) ? [unknown(reasons.expression(module.textOf(node)))] : [constant(value)];
}

function attribute(node: SyntaxNode, here: Here): Values {
  const name = child(node, 'attribute');
  if (!name) return [];
  const objects = fieldOf(node, 'object', here);
  return join(...objects.map((each) => attributeOf(each, here.module.textOf(name), node, here)));
}

function subscript(node: SyntaxNode, here: Here): Values {
  const objects = fieldOf(node, 'value', here);
  const keys = childrenIn(node, 'subscript');
  return join(...objects.map((each) => subscriptOf(each, keys, node, here)));
}

function call(node: SyntaxNode, here: Here): Values {
  const callees = fieldOf(node, 'function', here);
  const args = callArguments(child(node, 'arguments'), here);
  return here.evaluator.call(callees, { module: here.module, node, frame: here.frame, args });
}

function conditional(node: SyntaxNode, here: Here): Values {
  const [yes, test, no] = node.children;
  if (!yes || !test || !no) return [];
  const holds = decided(here.evaluator.evaluate(test, here));
  const sides = holds === undefined ? [yes, no] : [holds ? yes : no];
  return join(...sides.map((side) => here.evaluator.evaluate(side, here)));
}

/** Whether a test always comes out the same way; what a flag, a variable or a caller may override does not. */
export function decided(tests: Values): boolean | undefined {
  if (tests.some(({ note }) => note !== null)) return undefined;
  const [first, ...rest] = tests.map(truth);
  return rest.every((each) => each === first) ? first : undefined;
}

/** `a or b` is `a` where that is true, else `b`; `and` the other way round. */
function booleanOperator(node: SyntaxNode, here: Here): Values {
  const operator = child(node, 'operator');
  const stopsAt = operator !== undefined && here.module.textOf(operator) === 'or';
  const left = fieldOf(node, 'left', here);
  const kept = left.filter((value) => truth(value) !== !stopsAt);
  const goesOn = left.some((value) => truth(value) !== stopsAt);
  return goesOn || left.length === 0 ? join(kept, fieldOf(node, 'right', here)) : kept;
}

function negate(values: Values): Values {
  const truths = new Set(values.map(truth));
  if (truths.has(undefined)) return [constant(true), constant(false)];
  return [...truths].map((each) => constant(!each));
}

/** `-1`. */
function negative(node: SyntaxNode, here: Here): Values {
  const isMinus = here.module.textOf(node).startsWith('-');
  return argumentOf(node, here).map((value) =>
    isMinus && value.kind === 'constant' && typeof value.value === 'number'
      ? constant(-value.value)
      : unknown(reasons.expression(shorten(here.module.textOf(node)))),
  );
}

function container(node: SyntaxNode, here: Here): Values {
  const elements: Thunk[] = [];
  let open = false;
  for (const each of node.children) {
    if (each.type !== 'list_splat') {
      elements.push(here.evaluator.later(each, here));
      continue;
    }
    for (const { thunks, open: more } of elementsOf(inner(each, here), here)) {
      elements.push(...thunks);
      open ||= more;
    }
  }
  return [sequence(elements, open)];
}

function dictionary(node: SyntaxNode, here: Here): Values {
  const entries: { key: Thunk; value: Thunk }[] = [];
  let open = false;
  for (const each of node.children) {
    const key = child(each, 'key');
    const value = child(each, 'value');
    if (key && value) {
      entries.push({ key: here.evaluator.later(key, here), value: here.evaluator.later(value, here) });
    } else if (each.type === 'dictionary_splat') {
      const spread = mappingsIn(inner(each, here));
      entries.push(...spread.flatMap((one) => one.entries));
      open ||= spread.length === 0 || spread.some((one) => one.open);
    }
  }
  // A later entry wins.
  return [mapping(entries.reverse(), open)];
}

function mappingsIn(values: Values): MappingValue[] {
  return values.filter((value) => value.kind === 'mapping');
}

/** The body once, its targets standing for every element: the elements as one alternative set. */
function comprehension(node: SyntaxNode, here: Here): Values {
  const body = child(node, 'body');
  return body ? [sequence([here.evaluator.later(body, here)], true)] : [];
}

function dictionaryComprehension(node: SyntaxNode, here: Here): Values {
  const pair = child(node, 'body');
  const key = pair && child(pair, 'key');
  const value = pair && child(pair, 'value');
  if (!key || !value) return [];
  return [
    mapping([{ key: here.evaluator.later(key, here), value: here.evaluator.later(value, here) }], true),
  ];
}

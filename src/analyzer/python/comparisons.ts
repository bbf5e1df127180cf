import { childrenIn, type SyntaxNode } from '../syntax';
import type { Here } from './evaluator';
import { elementsOf } from './iteration';
import { sameKey } from './subscripts';
import { constant, type Value, type Values } from './values';

const either: Values = [constant(true), constant(false)];

/** `a == b`, `a in b`, `a is None`: decided where both sides are known for sure, else either way. */
export function comparison(node: SyntaxNode, here: Here): Values {
  const [left, right] = node.children.filter(({ field }) => field !== 'operators');
  const operators = childrenIn(node, 'operators').map((each) =>
    here.module.textOf(each).replace(/\s+/g, ' '),
  );
  const operator = operators.join(' ');
  const compare = comparisons[operator];
  if (!left || !right || !compare) return either;
  const holds = compare(here.evaluator.evaluate(left, here), here.evaluator.evaluate(right, here), here);
  return holds === undefined ? either : [constant(holds)];
}

type Comparison = (left: Values, right: Values, here: Here) => boolean | undefined;

const comparisons: Readonly<Record<string, Comparison>> = {
  '==': equal,
  '!=': (left, right) => not(equal(left, right)),
  is: equal,
  'is not': (left, right) => not(equal(left, right)),
  in: isIn,
  'not in': (left, right, here) => not(isIn(left, right, here)),
};

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function equal(left: Values, right: Values): boolean | undefined {
  const [a] = left;
  const [b] = right;
  if (!a || !b || left.length > 1 || right.length > 1 || !isSure(a) || !isSure(b)) return undefined;
  return sameKey(a, b);
}

function isIn(left: Values, right: Values, here: Here): boolean | undefined {
  const [a] = left;
  const [b] = right;
  if (!a || !b || left.length > 1 || right.length > 1 || !isSure(a)) return undefined;
  if (b.kind === 'text') return a.kind === 'text' && isSure(b) ? b.text.includes(a.text) : undefined;
  const [elements] = b.kind === 'sequence' || b.kind === 'mapping' ? elementsOf([b], here) : [];
  if (!elements || elements.open) return undefined;
  const members = elements.thunks.slice(0, 256).map((thunk) => thunk());
  if (members.some((each) => each.length === 1 && each[0] && sameKey(each[0], a))) return true;
  return members.every((each) => each.length === 1 && each[0] && isSure(each[0])) ? false : undefined;
}

/** Known, and not to be overridden from outside. */
function isSure(value: Value): boolean {
  return (value.kind === 'text' || value.kind === 'constant') && value.note === null;
}

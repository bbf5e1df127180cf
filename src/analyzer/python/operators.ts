import { child, type SyntaxNode } from '../syntax';
import { type Here, shorten } from './evaluator';
import { formatPercent } from './formatting';
import { joinPaths } from './libraries/paths';
import { reasons } from './reasons';
import { addTexts } from './textOperations';
import { join, mapping, sequence, unknown, type Value, type Values } from './values';

/** `a + b`, `a % b`, `a / b` (paths), `a | b` (dictionaries). Long chains are taken apart without going deeper each time. */
export function binaryOperation(node: SyntaxNode, here: Here): Values {
  switch (operatorOf(node, here)) {
    case '+':
      return sum(node, here);
    case '%':
      return formatPercent(sideOf(node, 'left', here), child(node, 'right'), node, here);
    case '/':
      return joinPaths([sideOf(node, 'left', here), sideOf(node, 'right', here)], node, here);
    case '|':
      return merge(sideOf(node, 'left', here), sideOf(node, 'right', here), node, here);
    default:
      return notKnown(node, here);
  }
}

function operatorOf(node: SyntaxNode, here: Here): string {
  const operator = child(node, 'operator');
  return operator ? here.module.textOf(operator) : '';
}

function sideOf(node: SyntaxNode, field: 'left' | 'right', here: Here): Values {
  const side = child(node, field);
  return side ? here.evaluator.evaluate(side, here) : [];
}

function notKnown(node: SyntaxNode, here: Here): Values {
  return [unknown(reasons.expression(shorten(here.module.textOf(node))))];
}

/** A chain of `+`: texts are put together, lists too. */
function sum(node: SyntaxNode, here: Here): Values {
  const terms: SyntaxNode[] = [];
  let rest: SyntaxNode | undefined = node;
  while (rest?.type === 'binary_operator' && operatorOf(rest, here) === '+') {
    const right = child(rest, 'right');
    if (right) terms.unshift(right);
    rest = child(rest, 'left');
  }
  if (rest) terms.unshift(rest);
  const values = terms.map((term) => here.evaluator.evaluate(term, here));
  return values.every((each) => each.some(({ kind }) => kind === 'sequence'))
    ? lists(values)
    : addTexts(values, node, here);
}

function lists(values: readonly Values[]): Values {
  const all = values.flatMap((each) => each.filter((value) => value.kind === 'sequence').slice(0, 1));
  return [
    sequence(
      all.flatMap(({ elements }) => elements),
      all.some(({ open }) => open),
    ),
  ];
}

function merge(left: Values, right: Values, node: SyntaxNode, here: Here): Values {
  const both = (a: Value, b: Value): Values =>
    a.kind === 'mapping' && b.kind === 'mapping'
      ? [mapping([...b.entries, ...a.entries], a.open || b.open)]
      : notKnown(node, here);
  return join(...left.flatMap((a) => right.map((b) => both(a, b))));
}

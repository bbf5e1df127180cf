import { child, type SyntaxNode } from '../syntax';
import type { Here } from './evaluator';
import { decided } from './expressions';

/**
 * Whether a node may run in the call under way: no `if` around it is known to go the other way, and none before it is known
 * to have left the function. Without a call under way nothing is ruled out: the code stands there to be run.
 */
export function mayRun(node: SyntaxNode, here: Here): boolean {
  const { frame } = here;
  if (!frame || !within(frame.function, node)) return true;
  for (let at = node; at.parent && at !== frame.function; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'if_statement' || parent.type === 'elif_clause') {
      const test = child(parent, 'condition');
      const holds = test && at !== test ? outcome(test, here) : undefined;
      if (at.field === 'consequence' && holds === false) return false;
      if (at.field === 'alternative' && (holds === true || earlierElifHolds(parent, at, here))) return false;
    }
    if (parent.type === 'block' && leftBefore(parent, at, here)) return false;
  }
  return true;
}

function within(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function outcome(test: SyntaxNode, here: Here): boolean | undefined {
  return decided(here.evaluator.evaluate(test, here));
}

function earlierElifHolds(statement: SyntaxNode, clause: SyntaxNode, here: Here): boolean {
  return statement.children.some((each) => {
    if (each.type !== 'elif_clause' || each.start >= clause.start) return false;
    const test = child(each, 'condition');
    return test !== undefined && outcome(test, here) === true;
  });
}

/** `if known_to_hold: return …` among the statements before. */
function leftBefore(block: SyntaxNode, node: SyntaxNode, here: Here): boolean {
  for (const statement of block.children) {
    if (statement === node || statement.start >= node.start) return false;
    const body = statement.type === 'if_statement' ? child(statement, 'consequence') : undefined;
    const leaves = body?.children.some(
      ({ type }) => type === 'return_statement' || type === 'raise_statement',
    );
    const test = child(statement, 'condition');
    if (leaves && test && outcome(test, here) === true) return true;
  }
  return false;
}

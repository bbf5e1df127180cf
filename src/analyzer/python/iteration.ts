import { child } from '../syntax';
import type { Here } from './evaluator';
import { enumMembers } from './classes';
import { reasons } from './reasons';
import type { TargetPath } from './targets';
import { subscriptWith } from './subscripts';
import { constant, join, sequence, text, type Thunk, unknown, type Value, type Values } from './values';

/** The elements of one alternative of an iterable. */
export interface Elements {
  readonly thunks: readonly Thunk[];
  /** There may be more than these. */
  readonly open: boolean;
}

/** The elements of each alternative. */
export function elementsOf(iterables: Values, here: Here): Elements[] {
  return iterables.map((each) => elementsIn(each, here));
}

function elementsIn(value: Value, here: Here): Elements {
  switch (value.kind) {
    case 'sequence':
      return { thunks: value.elements, open: value.open };
    case 'mapping':
      return { thunks: [...value.entries].reverse().map(({ key }) => key), open: value.open };
    case 'text':
      return { thunks: [...value.text].slice(0, 64).map((each) => () => [text(each)]), open: false };
    case 'data':
      return { thunks: value.data.elements().map((each) => () => each), open: false };
    case 'class':
      return { thunks: enumMembers(value, here), open: false };
    case 'unknown':
      return { thunks: [() => [value]], open: true };
    case 'constant':
      return { thunks: [], open: false };
    case 'external':
    case 'function':
    case 'instance':
    case 'module':
    case 'object':
    case 'partial':
    case 'super':
      return { thunks: [() => [unknown(reasons.element(value.kind))]], open: true };
  }
}

/** What a loop's target may be: any element. */
export function anyElement(iterables: Values, here: Here): Values {
  const sets = elementsOf(iterables, here).flatMap(({ thunks }) =>
    thunks.slice(0, 256).map((thunk) => thunk()),
  );
  return join(...sets);
}

/** Goes into values by the path of an unpacking. */
export function project(values: Values, path: TargetPath, here: Here): Values {
  let current = values;
  for (const step of path) {
    current = join(
      ...current.map((value) =>
        step.kind === 'rest'
          ? restOf(value, step.from, step.until, here)
          : elementAt(value, step.index, here),
      ),
    );
  }
  return current;
}

function elementAt(value: Value, index: number, here: Here): Values {
  return index === 0 && isLoaded(value) ? [value] : subscriptWith(value, [constant(index)], here);
}

/** Some `from_pretrained` give the model first, then its tokenizer. */
function isLoaded(value: Value): boolean {
  if (value.kind !== 'object') return false;
  const { module, node } = value.call;
  const callee = child(node, 'function');
  return callee !== undefined && module.textOf(callee).endsWith('.from_pretrained');
}

function restOf(value: Value, from: number, until: number, here: Here): Values {
  const { thunks, open } = elementsIn(value, here);
  return [sequence(open ? thunks : thunks.slice(from, thunks.length + until), open)];
}

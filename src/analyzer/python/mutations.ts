import { child, type SyntaxNode } from '../syntax';
import { callArguments } from './callArguments';
import type { Here } from './evaluator';
import { elementsOf } from './iteration';
import { hereIn } from './names';
import { type Scope, scopeOf } from './scope';
import { type MappingValue, type SequenceValue, text, type Thunk, type Value, type Values } from './values';

/**
 * Containers with what is put into them under this name, wherever in the name's scope: `names.append("x")`,
 * `table["k"] = v`, `config.k = v`, `kwargs.update(…)`. The order of those statements and the use is not minded.
 */
export function withMutations(name: string, values: Values, scope: Scope, here: Here): Values {
  if (!values.some(isContainer)) return values;
  const changes = here.module.index.mutations(name);
  const ours = changes.filter((change) => owner(name, change, here) === scope);
  const there = hereIn(scope, here);
  return values.map((value) => ours.reduce((before, change) => changed(before, change, there), value));
}

function isContainer(value: Value): boolean {
  return value.kind === 'sequence' || value.kind === 'mapping';
}

/** The scope to which the name belongs where a change stands. */
function owner(name: string, change: SyntaxNode, here: Here): Scope | null {
  let scope: Scope | null = scopeOf(here.module.index, change);
  while (scope && !scope.bindings.has(name)) scope = scope.parent;
  return scope;
}

function changed(value: Value, change: SyntaxNode, here: Here): Value {
  if (value.kind === 'sequence') return longer(value, change, here);
  return value.kind === 'mapping' ? fuller(value, change, here) : value;
}

function longer(value: SequenceValue, change: SyntaxNode, here: Here): Value {
  const method = methodOf(change, here);
  const args = callArguments(child(change, 'arguments'), here);
  const added: Thunk[] = [];
  if (method === 'append' || method === 'add' || method === 'appendleft')
    added.push(...args.positional.slice(0, 1));
  if (method === 'insert') added.push(...args.positional.slice(1, 2));
  const [items] = method === 'extend' || method === 'update' ? elementsOf(args.get(0, []) ?? [], here) : [];
  added.push(...(items?.thunks ?? []));
  return { ...value, elements: [...value.elements, ...added], open: value.open || (items?.open ?? false) };
}

function fuller(value: MappingValue, change: SyntaxNode, here: Here): Value {
  const { evaluator } = here;
  if (change.type === 'assignment') {
    const target = child(change, 'left');
    const key = target && child(target, 'subscript');
    const attribute = target && child(target, 'attribute');
    const item = child(change, 'right');
    if (!item || !(key ?? attribute)) return value;
    const named = () => [text(attribute ? here.module.textOf(attribute) : '')];
    const entry = { key: key ? evaluator.later(key, here) : named, value: evaluator.later(item, here) };
    return { ...value, entries: [entry, ...value.entries] };
  }
  const args = callArguments(child(change, 'arguments'), here);
  const method = methodOf(change, here);
  if (method === 'setdefault') {
    const [key, item] = args.positional;
    return key && item ? { ...value, entries: [...value.entries, { key, value: item }] } : value;
  }
  if (method !== 'update') return value;
  const given = (args.get(0, []) ?? []).filter((each) => each.kind === 'mapping');
  const keywords = [...args.keywords].map(([key, item]) => ({ key: () => [text(key)], value: item }));
  const open =
    args.open !== null ||
    given.some((each) => each.open) ||
    (args.positional.length > 0 && given.length === 0);
  return {
    ...value,
    entries: [...keywords, ...given.flatMap((each) => each.entries), ...value.entries],
    open: value.open || open,
  };
}

function methodOf(call: SyntaxNode, { module }: Here): string {
  const callee = child(call, 'function');
  const method = callee && child(callee, 'attribute');
  return method ? module.textOf(method) : '';
}

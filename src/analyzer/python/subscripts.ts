import type { SyntaxNode } from '../syntax';
import { classMember, enumMembers, isEnum } from './classes';
import { elementOfRecord } from './dataclasses';
import { describe, type Here, shorten } from './evaluator';
import { externalItem } from './libraries/items';
import { reasons } from './reasons';
import {
  external,
  type InstanceValue,
  join,
  type MappingValue,
  sequence,
  type SequenceValue,
  text,
  unknown,
  type Value,
  type Values,
  withNote,
} from './values';

/** What `value[keys]` may be. */
export function subscriptOf(value: Value, keys: readonly SyntaxNode[], node: SyntaxNode, here: Here): Values {
  const [key] = keys;
  if (!key) return [];
  if (key.type === 'slice') return sliceOf(value, key, here);
  const found = subscriptWith(value, here.evaluator.evaluate(key, here), here);
  return found.length > 0 ? found : missing(value, node, here);
}

/** What `value[key]` may be, for keys that are already worked out. */
export function subscriptWith(value: Value, keys: Values, here: Here): Values {
  switch (value.kind) {
    case 'mapping':
      return entryOf(value, keys);
    case 'sequence':
      return elementOf(value, keys);
    case 'data':
      return join(...keys.map((key) => dataItem(value, key)));
    case 'class':
      return isEnum(value, here) ? enumItem(value, keys, here) : [value];
    case 'text':
      return [unknown(reasons.element(`"${shorten(value.text)}"`))];
    case 'external':
    case 'object':
      return externalItem(value, keys, here) ?? [itemOf(value)];
    case 'unknown':
      return [value];
    case 'constant':
      return [];
    case 'instance':
      return join(...keys.map((key) => recordItem(value, key, here)));
    case 'function':
    case 'module':
    case 'partial':
    case 'super':
      return [unknown(reasons.element(describe(value)))];
  }
}

function recordItem(value: InstanceValue, key: Value, here: Here): Values {
  const at = key.kind === 'constant' && typeof key.value === 'number' ? key.value : null;
  return (
    (at === null ? null : elementOfRecord(value, at, here)) ?? [unknown(reasons.element(describe(value)))]
  );
}

/** `X[…]` of a library's class is the class (a generic); of anything else not known. */
function itemOf(value: Value): Value {
  const name = value.kind === 'external' ? value.path.at(-1) : undefined;
  return value.kind === 'external' && name && /^[A-Z]/.test(name) && !value.receiver
    ? external(value.path)
    : unknown(reasons.element(describe(value)));
}

function missing(value: Value, node: SyntaxNode, here: Here): Values {
  return value.kind === 'mapping' || value.kind === 'sequence' || value.kind === 'data'
    ? [unknown(reasons.expression(shorten(here.module.textOf(node))))]
    : [];
}

/** The entry of a known key; of an unknown one, any entry. */
function entryOf({ entries, open }: MappingValue, keys: Values): Values {
  const found = keys.map((key): Values => {
    if (key.kind !== 'text' && key.kind !== 'constant') {
      return join(...entries.slice(0, 256).map((entry) => entry.value()));
    }
    const exact = entries.find((entry) => entry.key().some((each) => sameKey(each, key)));
    // What may choose another key may choose another value.
    if (exact) return key.note ? withNote(exact.value(), key.note) : exact.value();
    // Keys that are not known (a comprehension's) may be this one.
    const loose = open ? entries.filter((entry) => !entry.key().every(isKnownKey)) : [];
    return join(...loose.map((entry) => entry.value()));
  });
  return join(...found);
}

function isKnownKey(key: Value): boolean {
  return key.kind === 'text' || key.kind === 'constant';
}

/** Whether two keys are the same key. */
export function sameKey(a: Value, b: Value): boolean {
  if (a.kind === 'text') return b.kind === 'text' && a.text === b.text;
  return a.kind === 'constant' && b.kind === 'constant' && a.value === b.value;
}

/** The element at a known index; of an unknown one, any element. */
function elementOf({ elements, open }: SequenceValue, keys: Values): Values {
  const found = keys.map((key): Values => {
    if (!open && key.kind === 'constant' && typeof key.value === 'number') {
      return elements.at(key.value)?.() ?? [];
    }
    return join(...elements.slice(0, 256).map((element) => element()));
  });
  return join(...found);
}

function dataItem(value: Value & { kind: 'data' }, key: Value): Values {
  if (key.kind === 'text') return value.data.get(key.text);
  if (key.kind === 'constant' && typeof key.value === 'number') return value.data.get(key.value);
  return join(...value.data.values().map((each) => [each]));
}

function enumItem(value: Value & { kind: 'class' }, keys: Values, here: Here): Values {
  const found = keys.map((key): Values =>
    key.kind === 'text'
      ? (classMember(value, key.text, value, here) ?? [])
      : join(...enumMembers(value, here).map((each) => each())),
  );
  return join(...found);
}

function sliceOf(value: Value, slice: SyntaxNode, here: Here): Values {
  const bounds = sliceBounds(here.module.textOf(slice));
  if (value.kind === 'text' && bounds) return [text(value.text.slice(bounds[0], bounds[1]))];
  if (value.kind === 'sequence') {
    return [
      bounds && !value.open ? sequence(value.elements.slice(bounds[0], bounds[1])) : { ...value, open: true },
    ];
  }
  return value.kind === 'unknown' ? [value] : [unknown(reasons.element(describe(value)))];
}

/** `1:-2` as numbers; null when a bound is no plain number or there is a step. */
function sliceBounds(code: string): [number, number | undefined] | null {
  const match = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*$/.exec(code);
  return match ? [Number(match[1] ?? 0), match[2] === undefined ? undefined : Number(match[2])] : null;
}

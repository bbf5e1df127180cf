import type { Message } from '../../shared/message';
import type { SourceText } from '../text';
import type { SyntaxNode } from '../syntax';
import type { Arguments } from './arguments';
import type { ConfigData } from './configData';
import type { Frame } from './frame';
import type { PythonModule } from './module';

/** Characters of a source file. */
export interface Spot {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** How a value came to where it is: the nearest step first. A list that grows at the front and is never changed. */
export interface Trail {
  readonly step: Message;
  readonly spot: Spot;
  readonly next: Trail | null;
}

/** What every value carries. */
interface Carried {
  readonly trail: Trail | null;
  /** What may put another value in its place at run time ("--model may name another one"), or null. */
  readonly note: Message | null;
}

/** A string. `literal` is where its characters stand in the source as they are; null when it is composed. */
export interface TextValue extends Carried {
  readonly kind: 'text';
  readonly text: string;
  readonly literal: Spot | null;
}

export interface ConstantValue extends Carried {
  readonly kind: 'constant';
  readonly value: number | boolean | null;
}

/** A name of a library, bound by an import: `['transformers', 'AutoModel']`. With a receiver: a method of it. */
export interface ExternalValue extends Carried {
  readonly kind: 'external';
  readonly path: readonly string[];
  readonly receiver: Value | null;
}

/** What calling a library's class or function gave: `path` names the class. */
export interface ObjectValue extends Carried {
  readonly kind: 'object';
  readonly path: readonly string[];
  readonly call: CallSite;
}

export interface FunctionValue extends Carried {
  readonly kind: 'function';
  readonly module: PythonModule;
  /** A function definition or a lambda. */
  readonly node: SyntaxNode;
  /** The call in which it was defined, for what it reads of its surroundings. */
  readonly closure: Frame | null;
  /** What it is bound to as a method: an instance or a class. */
  readonly self: Value | null;
}

export interface ClassValue extends Carried {
  readonly kind: 'class';
  readonly module: PythonModule;
  readonly node: SyntaxNode;
  readonly closure: Frame | null;
}

/** An object of a class of the workspace. `call` is its construction, null when any may be meant (`self`). */
export interface InstanceValue extends Carried {
  readonly kind: 'instance';
  readonly of: ClassValue;
  readonly call: CallSite | null;
}

/** `super()`: what comes behind `after` among the bases of `self`'s class. */
export interface SuperValue extends Carried {
  readonly kind: 'super';
  readonly after: ClassValue;
  readonly self: Value;
}

export interface ModuleValue extends Carried {
  readonly kind: 'module';
  readonly module: PythonModule;
}

/** `functools.partial(callee, …)`. */
export interface PartialValue extends Carried {
  readonly kind: 'partial';
  readonly callee: Value;
  readonly bound: Arguments;
}

/** A list, tuple or set. `open` when it may hold more than its elements. */
export interface SequenceValue extends Carried {
  readonly kind: 'sequence';
  readonly elements: readonly Thunk[];
  readonly open: boolean;
}

/** A dictionary. `open` when it may hold more than its entries. */
export interface MappingValue extends Carried {
  readonly kind: 'mapping';
  readonly entries: readonly { readonly key: Thunk; readonly value: Thunk }[];
  readonly open: boolean;
}

/** A piece of a YAML, JSON or TOML file. */
export interface DataValue extends Carried {
  readonly kind: 'data';
  readonly data: ConfigData;
}

/** What cannot be known, and why. */
export interface UnknownValue extends Carried {
  readonly kind: 'unknown';
  readonly reason: Message;
}

export type Value =
  | TextValue
  | ConstantValue
  | ExternalValue
  | ObjectValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | SuperValue
  | ModuleValue
  | PartialValue
  | SequenceValue
  | MappingValue
  | DataValue
  | UnknownValue;

/** The alternatives that a value may be. */
export type Values = readonly Value[];

/** A value that is worked out when it is asked for. */
export type Thunk = () => Values;

/** One call in the source, with its arguments as the callee sees them. */
export interface CallSite {
  readonly module: PythonModule;
  readonly node: SyntaxNode;
  readonly frame: Frame | null;
  readonly args: Arguments;
  /** A construction that a command-line parser makes: each field is an option that the user may set. */
  readonly parsed?: boolean;
}

/** Alternatives kept of one value; beyond this the rest is left out. */
const widest = 64;

const bare = { trail: null, note: null } as const;

export function text(value: string, literal: Spot | null = null): TextValue {
  return { kind: 'text', text: value, literal, ...bare };
}

export function constant(value: number | boolean | null): ConstantValue {
  return { kind: 'constant', value, ...bare };
}

export function external(path: readonly string[], receiver: Value | null = null): ExternalValue {
  return { kind: 'external', path, receiver, ...bare };
}

export function object(path: readonly string[], call: CallSite): ObjectValue {
  return { kind: 'object', path, call, ...bare };
}

export function instance(of: ClassValue, call: CallSite | null): InstanceValue {
  return { kind: 'instance', of, call, ...bare };
}

export function sequence(elements: readonly Thunk[], open = false): SequenceValue {
  return { kind: 'sequence', elements, open, ...bare };
}

export function mapping(entries: MappingValue['entries'], open = false): MappingValue {
  return { kind: 'mapping', entries, open, ...bare };
}

export function data(value: ConfigData): DataValue {
  return { kind: 'data', data: value, ...bare };
}

export function moduleValue(module: PythonModule): ModuleValue {
  return { kind: 'module', module, ...bare };
}

export function partial(callee: Value, bound: Arguments): PartialValue {
  return { kind: 'partial', callee, bound, ...bare };
}

export function superValue(after: ClassValue, self: Value): SuperValue {
  return { kind: 'super', after, self, ...bare };
}

export function functionValue(
  module: PythonModule,
  node: SyntaxNode,
  closure: Frame | null,
  self: Value | null = null,
): FunctionValue {
  return { kind: 'function', module, node, closure, self, ...bare };
}

export function classValue(module: PythonModule, node: SyntaxNode, closure: Frame | null): ClassValue {
  return { kind: 'class', module, node, closure, ...bare };
}

export function unknown(reason: Message): UnknownValue {
  return { kind: 'unknown', reason, ...bare };
}

/** The values with a step put in front of how each came here. */
export function withStep(values: Values, step: Message, spot: Spot): Values {
  return values.map((value) => ({ ...value, trail: { step, spot, next: value.trail } }));
}

/** The values with a note on what may override them; a note that is there already stays. */
export function withNote(values: Values, note: Message): Values {
  return values.map((value) => ({ ...value, note: value.note ?? note }));
}

/** Joins alternatives, each once, not more than can be of use. */
export function join(...sets: Values[]): Values {
  if (sets.length === 1) return sets[0] ?? [];
  const seen = new Set<string>();
  const joined: Value[] = [];
  for (const value of sets.flat()) {
    const key = keyOf(value);
    if (key !== null && seen.has(key)) continue;
    if (key !== null) seen.add(key);
    joined.push(value);
    if (joined.length >= widest) break;
  }
  return joined;
}

/** Values with the same key are the same alternative; null: never the same. */
function keyOf(value: Value): string | null {
  switch (value.kind) {
    case 'text':
      return `t${value.text}\0${value.literal?.source.path}\0${value.literal?.start}`;
    case 'constant':
      return `c${String(value.value)}`;
    case 'external':
      return value.receiver ? null : `e${value.path.join('.')}`;
    case 'function':
    case 'class':
      return value.closure || ('self' in value && value.self)
        ? null
        : `${value.module.path}\0${value.node.start}`;
    case 'unknown':
      return `u${value.reason.text}\0${value.reason.args.join('\0')}`;
    case 'data':
    case 'instance':
    case 'mapping':
    case 'module':
    case 'object':
    case 'partial':
    case 'sequence':
    case 'super':
      return null;
  }
}

/** Whether a value counts as true; undefined when that cannot be told. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'text':
      return value.text !== '';
    case 'constant':
      return Boolean(value.value);
    case 'sequence':
      return value.open ? undefined : value.elements.length > 0;
    case 'mapping':
      return value.open ? undefined : value.entries.length > 0;
    case 'unknown':
    case 'data':
    case 'instance':
    case 'object':
      return undefined;
    case 'class':
    case 'external':
    case 'function':
    case 'module':
    case 'partial':
    case 'super':
      return true;
  }
}

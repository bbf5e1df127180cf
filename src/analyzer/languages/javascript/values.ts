import type { Message } from '../../../shared/message';
import type { SyntaxNode } from '../../syntax';
import type { TraceStep } from '../../usage';
import type { ScriptModule } from './module';

/** Characters of a module. */
export interface Spot {
  readonly module: ScriptModule;
  readonly start: number;
  readonly end: number;
}

/** A string; `literal` is where its characters stand, null when it is composed. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  readonly literal: Spot | null;
  /** The nearest step first. */
  readonly trail: readonly TraceStep[];
  /** What may put another one in its place at run time. */
  readonly note: Message | null;
}

/** What cannot be known, and why. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: Message;
  readonly trail: readonly TraceStep[];
}

export type Value =
  | TextValue
  | UnknownValue
  /** A name of a package: `['@huggingface/transformers', 'pipeline']`; `made` when it was constructed or called. */
  | { readonly kind: 'external'; readonly path: readonly string[]; readonly made: boolean }
  /** An object or array literal, a class, an enum, a function: a piece of a module. */
  | { readonly kind: 'node'; readonly module: ScriptModule; readonly node: SyntaxNode }
  | { readonly kind: 'module'; readonly module: ScriptModule }
  /** `null` and `undefined`. */
  | { readonly kind: 'nothing' }
  /** `process.env` and what else holds the environment. */
  | { readonly kind: 'environment' }
  /** A number, a truth value, a regular expression. */
  | { readonly kind: 'other' };

export type Values = readonly Value[];

/** A string without a history. */
export function text(value: string, literal: Spot | null = null): TextValue {
  return { kind: 'text', text: value, literal, trail: [], note: null };
}

/** A value that cannot be known. */
export function unknown(reason: Message): UnknownValue {
  return { kind: 'unknown', reason, trail: [] };
}

/** The same values, with a step in front of what is traced. */
export function withStep(values: Values, step: TraceStep): Values {
  return values.map((value) =>
    value.kind === 'text' || value.kind === 'unknown' ? { ...value, trail: [step, ...value.trail] } : value,
  );
}

/** The same values, with a note on the strings that have none. */
export function withNote(values: Values, note: Message): Values {
  return values.map((value) => (value.kind === 'text' ? { ...value, note: value.note ?? note } : value));
}

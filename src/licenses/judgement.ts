import type { Message } from '../shared/message';

/** What the project does with a model. Naming an id conveys nothing: `referenced` is the default. */
export type Relation = 'referenced' | 'bundled' | 'derived' | 'served';

/** What the project is for, as its policy says. */
export type IntendedUse = 'commercial' | 'research' | 'internal';

/** The answers of a judgement, from harmless to harmful; `unknown` is none of them. */
export type JudgementKind = 'compatible' | 'conditional' | 'restricted' | 'incompatible' | 'unknown';

/** A duty, and the act with which it begins. */
export interface Duty {
  readonly duty: Message;
  readonly begins: 'use' | 'distribution' | 'service' | 'commercial';
}

/**
 * What decided: the Linux Foundation table's cell, the intended use, the terms of the licences, or why nothing could
 * decide (nothing declared, an unnamed licence, terms that nobody has read).
 */
export type Ground = 'table' | 'use' | 'terms' | 'undeclared' | 'unrecognised' | 'unread';

/** The answer, and what it rests on. */
export interface Judgement {
  readonly kind: JudgementKind;
  /** One sentence: the table's cell, or the terms that clash. */
  readonly basis: Message;
  readonly ground: Ground;
  readonly duties: readonly Duty[];
  /** The model licence's own term forbids (or does not allow) commercial use. */
  readonly nonCommercial: boolean;
}

/** A licence by its normalised name. The four kinds are four different things. */
export type LicenseName =
  /** An SPDX id or a named model licence; `id` is the canonical spelling (`Apache-2.0`, `llama3`). */
  | { readonly kind: 'license'; readonly id: string }
  /** An SPDX expression of several licences. */
  | { readonly kind: 'expression'; readonly text: string }
  /** Nothing is declared. */
  | { readonly kind: 'none' }
  /** The author says "other" or "unknown"; `link` and `name` as given. */
  | { readonly kind: 'other'; readonly text: string }
  /** Something is declared that we cannot name. */
  | { readonly kind: 'unrecognised'; readonly text: string };

/** What is to be judged. */
export interface JudgementQuestion {
  readonly model: LicenseName;
  /** Null when the project declares no licence. */
  readonly project: LicenseName | null;
  readonly relation: Relation;
  /** Null when the policy does not say. */
  readonly use: IntendedUse | null;
}

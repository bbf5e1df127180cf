import type { Message } from '../shared/message';
import type { Place } from '../shared/positions';

/** From the gravest to the slightest. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export type RuleId =
  | 'license-incompatible'
  | 'license-noncommercial'
  | 'license-restricted'
  | 'license-missing'
  | 'license-base-model'
  | 'project-license-missing'
  | 'project-license-conflict'
  | 'policy-invalid'
  | 'model-denied'
  | 'model-moved'
  | 'model-unknown'
  | 'revision-unpinned'
  | 'remote-code'
  | 'implicit-model'
  | 'name-mismatch'
  | 'card-incomplete';

/** Another place that explains a finding: the LICENSE line, a trace step. */
export interface Related {
  readonly message: Message;
  readonly place: Place;
}

/** A change of text that mends a finding. */
export interface Fix {
  readonly title: Message;
  readonly place: Place;
  readonly newText: string;
}

/** One thing to tell the user about a usage (or about the project). */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly place: Place;
  /** Model id, or '' for a finding about the project. */
  readonly model: string;
  readonly message: Message;
  /** What it rests on, in one sentence. */
  readonly basis: Message | null;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** Set when a comment or the policy silences it: who and why. Such findings are kept for reports, not shown. */
  readonly suppressed: { readonly by: 'comment' | 'policy'; readonly reason: string } | null;
}

import type { Usage } from '../analyzer/usage';
import type { LicenseName, Relation } from '../licenses/judgement';
import type { Message } from '../shared/message';
import type { Place } from '../shared/positions';
import type { FileInput, UsedModel } from './context';
import type { Fix, Related, RuleId, Severity } from './finding';
import type { RuleLevel } from './policy/policy';

/** One model of one usage, as a rule sees it. */
export interface Subject {
  readonly usage: Usage;
  readonly model: UsedModel;
  /** The model's licence after the policy's corrections. */
  readonly license: LicenseName;
  readonly relation: Relation;
  /** The id's own characters, else the call. */
  readonly place: Place;
  readonly input: FileInput;
}

/** What a rule found. */
export interface Hit {
  readonly message: Message;
  readonly basis?: Message | null;
  /** Where it is shown, when that is not the id. */
  readonly place?: Place;
  /** When the case is graver or slighter than the rule's default. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/**
 * One rule. Of the `license` family only the strongest finding of a place is kept, and a lone tokenizer or config load gives
 * information at most. `project` rules have no check here: they look at the whole folder.
 */
export interface Rule {
  readonly id: RuleId;
  readonly severity: RuleLevel;
  readonly family: 'license' | 'model' | 'project';
  readonly title: Message;
  readonly check: ((subject: Subject) => Hit | null) | null;
}

import type { IntendedUse, LicenseName, Relation } from '../../licenses/judgement';
import type { RuleId, Severity } from '../finding';

/** How loud a rule is; `off` silences it. */
export type RuleLevel = Severity | 'off';

/** Silences findings that match every pattern it gives. Patterns are globs (`*`, `**`, `?`) or, for licences, ids. */
export interface PolicyException {
  readonly model: string | null;
  readonly license: string | null;
  readonly rule: RuleId | null;
  readonly file: string | null;
  readonly reason: string;
  /** ISO date of the last day it holds, or null. */
  readonly expires: string | null;
}

/** Declares or corrects the licence of models that match a glob. */
export interface LicenseCorrection {
  readonly model: string;
  readonly license: LicenseName;
  readonly reason: string;
}

/** The project's own rules, as `.ptm-lens.json` or `[tool.ptm-lens]` states them. */
export interface Policy {
  /** Where it was read, or null for the defaults. */
  readonly file: string | null;
  readonly use: IntendedUse | null;
  /** What the project does with models where the code does not show it. */
  readonly relation: Relation | null;
  readonly licenses: {
    /** When not empty: only these are allowed. */
    readonly allow: readonly string[];
    readonly deny: readonly string[];
  };
  readonly models: {
    /** Globs of model ids. */
    readonly deny: readonly string[];
    /** Globs of model ids that are never sent to a hub. */
    readonly private: readonly string[];
  };
  readonly rules: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  readonly exceptions: readonly PolicyException[];
  readonly corrections: readonly LicenseCorrection[];
  /** Globs of files whose usages give no findings. */
  readonly exclude: readonly string[];
}

/** What holds when nobody states a policy. */
export const defaultPolicy: Policy = {
  file: null,
  use: null,
  relation: null,
  licenses: { allow: [], deny: [] },
  models: { deny: [], private: [] },
  rules: {},
  exceptions: [],
  corrections: [],
  exclude: [],
};

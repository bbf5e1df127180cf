import type { Inventory } from '../inventory/types';
import type { Baseline } from '../report/baseline';
import { namedFindings } from '../report/fingerprint';
import { type Finding, severities, type Severity } from '../rules/finding';
import { allRules } from '../rules/registry';
import { message } from '../shared/message';
import { UserError } from '../shared/result';

/** What `--fail-on` asks of a report. */
export interface FailTest {
  /** Whether an inventory holds a finding that is named, not silenced, and unknown to the baseline. */
  readonly inventory: (inventory: Inventory) => boolean;
  /** The same of the `findings` of a JSON report that was written earlier. */
  readonly findings: (findings: unknown) => boolean;
}

/** The test of `--fail-on`; without the option nothing fails. */
export function failTest(failOn: string | undefined, baseline: Baseline | null): FailTest {
  const matches = failOn === undefined ? () => false : matcher(failOn);
  return {
    inventory: (inventory) =>
      namedFindings(inventory).some(
        ({ finding, fingerprint }) =>
          finding.suppressed === null && matches(finding) && !(baseline?.has(fingerprint) ?? false),
      ),
    findings: (findings) => Array.isArray(findings) && findings.some((finding: Graded) => matches(finding)),
  };
}

type Graded = Pick<Finding, 'rule' | 'severity'>;

function matcher(failOn: string): (finding: Graded) => boolean {
  const threshold = severities.indexOf(failOn as Severity);
  if (threshold >= 0) return ({ severity }) => severities.indexOf(severity) <= threshold;
  const rule = allRules.find(({ id }) => id === failOn)?.id;
  if (rule !== undefined) return (finding) => finding.rule === rule;
  throw new UserError(
    message('--fail-on: "{0}" is neither a severity ({1}) nor a rule', failOn, severities.join(', ')),
  );
}

import type { Inventory } from '../inventory/types';
import type { Baseline } from '../report/baseline';
import { namedFindings } from '../report/fingerprint';
import { type Finding, severities, type Severity } from '../rules/finding';
import { allRules } from '../rules/registry';
import { message } from '../shared/message';
import { UserError } from '../shared/result';

/** Whether an inventory holds a finding that `--fail-on` names and the baseline does not know. Without the option nothing fails. */
export function failTest(
  failOn: string | undefined,
  baseline: Baseline | null,
): (inventory: Inventory) => boolean {
  if (failOn === undefined) return () => false;
  const matches = matcher(failOn);
  return (inventory) =>
    namedFindings(inventory).some(
      ({ finding, fingerprint }) =>
        finding.suppressed === null && matches(finding) && !(baseline?.has(fingerprint) ?? false),
    );
}

function matcher(failOn: string): (finding: Finding) => boolean {
  const threshold = severities.indexOf(failOn as Severity);
  if (threshold >= 0) return ({ severity }) => severities.indexOf(severity) <= threshold;
  const rule = allRules.find(({ id }) => id === failOn)?.id;
  if (rule !== undefined) return (finding) => finding.rule === rule;
  throw new UserError(
    message('--fail-on: "{0}" is neither a severity ({1}) nor a rule', failOn, severities.join(', ')),
  );
}

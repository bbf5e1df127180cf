import type { Suppression } from '../analyzer/usage';
import { licenseText } from '../licenses/text';
import type { ProjectInput } from './context';
import type { Finding } from './finding';
import { matchesGlob } from './policy/glob';
import type { PolicyException } from './policy/policy';
import type { Subject } from './rule';

/** `ignore[rule] reason until 2026-12-31`: the last day that a comment silences. */
const until = /\buntil (\d{4}-\d{2}-\d{2})\b/;

/** Marks a finding that a comment in the file, or an exception of the policy, silences. */
export function silence(finding: Finding, subject: Subject): Finding {
  const { facts, policy, today } = subject.input;
  const comment = facts.suppressions.find(
    (one) => silences(one, finding, subject) && !isExpired(one.reason, today),
  );
  if (comment) return { ...finding, suppressed: { by: 'comment', reason: comment.reason } };
  const exception = policy.exceptions.find(
    (one) => excepts(one, finding, subject) && (one.expires ?? today) >= today,
  );
  return exception ? { ...finding, suppressed: { by: 'policy', reason: exception.reason } } : finding;
}

/** Marks a finding on the project that an exception silences; one that names a model or a licence speaks of others. */
export function silenceProject(finding: Finding, { policy, today }: ProjectInput): Finding {
  const exception = policy.exceptions.find(
    ({ model, license, rule, file, expires }) =>
      model === null &&
      license === null &&
      (rule ?? finding.rule) === finding.rule &&
      (file === null || matchesGlob(file, finding.place.file)) &&
      (expires ?? today) >= today,
  );
  return exception ? { ...finding, suppressed: { by: 'policy', reason: exception.reason } } : finding;
}

/** A comment silences what stands on its line, and a call that begins, goes on or ends there. */
function silences({ place, line, rules }: Suppression, finding: Finding, { usage }: Subject): boolean {
  if (rules.length > 0 && !rules.includes(finding.rule)) return false;
  const covers = ({ file, cell, range }: Finding['place']) =>
    file === place.file && cell === place.cell && range.start.line <= line && line <= range.end.line;
  return covers(finding.place) || covers(usage.place);
}

function isExpired(reason: string, today: string): boolean {
  const last = until.exec(reason)?.[1];
  return last !== undefined && last < today;
}

function excepts(
  { model, license, rule, file }: PolicyException,
  finding: Finding,
  subject: Subject,
): boolean {
  if (rule !== null && rule !== finding.rule) return false;
  if (model !== null && !matchesGlob(model, finding.model)) return false;
  if (file !== null && !matchesGlob(file, finding.place.file)) return false;
  return license === null || matchesGlob(license, licenseText(subject.license) ?? '');
}

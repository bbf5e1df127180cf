import type { TraceStep, Usage } from '../analyzer/usage';
import { actOf } from '../licenses/judge';
import type { Relation } from '../licenses/judgement';
import { comparePlaces, type Place } from '../shared/positions';
import { atOnce } from '../shared/slices';
import type { FileInput, ProjectInput, UsageEntry, UsedModel } from './context';
import type { Finding, Related, Severity } from './finding';
import { severities } from './finding';
import { modelLicense } from './modelLicense';
import { matchesGlob } from './policy/glob';
import type { Policy, RuleLevel } from './policy/policy';
import { conflictFindings, missingFindings } from './projectFindings';
import { allRules, ruleOf } from './registry';
import type { Hit, Rule, Subject } from './rule';
import { silence, silenceProject } from './silence';

/** The findings of one file, sorted by place: one for each rule, model and place, and the strongest licence rule only. */
export function evaluateFile(input: FileInput): Finding[] {
  return atOnce(evaluateInSteps(input));
}

/** The same in steps of a model each, for who must not be held up by a file of hundreds. */
export function* evaluateInSteps(input: FileInput): Generator<undefined, Finding[]> {
  if (input.policy.exclude.some((pattern) => matchesGlob(pattern, input.facts.file))) return [];
  const weights = modelsLoadedWhole(input.usages);
  const findings: Finding[] = [];
  for (const { usage, models } of input.usages) {
    for (const model of models) {
      const doubled = isAuxiliary(usage) && weights.has(model.id);
      findings.push(...findingsOf(subjectOf(usage, model, input), doubled));
      yield;
    }
  }
  return withoutDoubles(findings).sort((a, b) => comparePlaces(a.place, b.place));
}

/** The findings on the project itself: once each, however many files use models. */
export function evaluateProject(input: ProjectInput): Finding[] {
  const findings = [...missingFindings(input), ...conflictFindings(input)];
  return findings.flatMap((finding) => {
    const severity = severityOf(ruleOf(finding.rule), input.policy);
    return severity === 'off' ? [] : [silenceProject({ ...finding, severity }, input)];
  });
}

/** What the project does with a model: what the code shows, else what the policy states, else it names it only. */
export function relationOf({ relation: shown }: Pick<Usage, 'relation'>, policy: Policy): Relation {
  const relation = shown === 'referenced' ? (policy.relation ?? 'referenced') : shown;
  return actOf(relation, policy.use);
}

/** How loud a rule is under a policy; `found` is what the rule itself says of this case. */
export function severityOf(rule: Rule, policy: Policy, found?: Severity): RuleLevel {
  const stated = policy.rules[rule.id];
  if (stated !== undefined) return stated;
  return rule.severity === 'off' ? 'off' : (found ?? rule.severity);
}

function findingsOf(subject: Subject, doubled: boolean): Finding[] {
  const found: Finding[] = [];
  let licensed = false;
  for (const rule of allRules) {
    if (rule.family === 'license' && (licensed || doubled)) continue;
    const finding = apply(rule, subject);
    if (!finding) continue;
    licensed ||= rule.family === 'license';
    found.push(finding);
  }
  return found;
}

function apply(rule: Rule, subject: Subject): Finding | null {
  const { policy } = subject.input;
  if (!rule.check || severityOf(rule, policy) === 'off') return null;
  const hit = rule.check(subject);
  const level = hit ? severityOf(rule, policy, hit.severity) : 'off';
  if (!hit || level === 'off') return null;
  const capped = rule.family === 'license' && isAuxiliary(subject.usage) ? atMostInformation(level) : level;
  return silence(findingFrom(rule, hit, capped, subject), subject);
}

function findingFrom(rule: Rule, hit: Hit, severity: Severity, subject: Subject): Finding {
  const { model, place } = subject;
  return {
    rule: rule.id,
    severity,
    place: hit.place ?? place,
    model: model.id,
    message: hit.message,
    basis: hit.basis ?? null,
    related: [...(hit.related ?? []), ...stepsElsewhere(subject, hit.place ?? place)],
    fixes: hit.fixes ?? [],
    suppressed: null,
  };
}

/** The steps from the call to the id that lie on other lines than the finding. */
function stepsElsewhere({ model, usage }: Subject, { file, cell, range }: Place): Related[] {
  const isElsewhere = ({ place }: TraceStep) =>
    place.file !== file || place.cell !== cell || place.range.start.line !== range.start.line;
  return (model.written?.trace ?? usage.trace)
    .filter(isElsewhere)
    .map(({ step, place }) => ({ message: step, place }));
}

function subjectOf(usage: Usage, model: UsedModel, input: FileInput): Subject {
  const record = 'record' in model.lookup ? model.lookup.record : null;
  return {
    usage,
    model,
    license: modelLicense(model.id, record, input.policy),
    relation: relationOf(usage, input.policy),
    place: model.written?.place ?? usage.place,
    input,
  };
}

/** A part that comes with a model and says nothing of its own about licences. */
function isAuxiliary({ part }: Usage): boolean {
  return part === 'tokenizer' || part === 'processor' || part === 'config';
}

function modelsLoadedWhole(usages: readonly UsageEntry[]): ReadonlySet<string> {
  const whole = usages.filter(({ usage }) => !isAuxiliary(usage));
  return new Set(whole.flatMap(({ models }) => models.map(({ id }) => id)));
}

function atMostInformation(severity: Severity): Severity {
  return severities.indexOf(severity) < severities.indexOf('information') ? 'information' : severity;
}

/** The same constant may feed several calls; the gravest of equal findings stays, one that is not silenced before one that is. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.model, keyOf(finding.place)]);
    const other = kept.get(key);
    if (!other || weight(finding) < weight(other)) kept.set(key, finding);
  }
  return [...kept.values()];
}

function weight({ suppressed, severity }: Finding): number {
  return (suppressed ? severities.length : 0) + severities.indexOf(severity);
}

function keyOf({ file, cell, range }: Place): unknown {
  return [file, cell, range.start.line, range.start.column, range.end.line, range.end.column];
}

import schema from '../../../media/ptm-lens.schema.json';
import type { IntendedUse, Relation } from '../../licenses/judgement';
import { parseLicense } from '../../licenses/names/parse';
import { licenseText } from '../../licenses/text';
import { message } from '../../shared/message';
import type { Finding, RuleId } from '../finding';
import type { LocatedValue } from './located';
import { readJson } from './json';
import { defaultPolicy, type Policy, type PolicyException, type RuleLevel } from './policy';
import { checkSchema, type Problem } from './schema';
import { policyFinding } from './policyFinding';
import { readToml } from './toml';

/** A policy, and what is wrong with the file it was read from. */
export interface ParsedPolicy {
  readonly policy: Policy;
  readonly findings: readonly Finding[];
}

/** The keys of a policy file after the schema's check: all may be missing, none is wrong. */
interface PolicyKeys {
  readonly use?: IntendedUse;
  readonly relation?: Relation;
  readonly licenses?: { readonly allow?: readonly string[]; readonly deny?: readonly string[] };
  readonly models?: { readonly deny?: readonly string[]; readonly private?: readonly string[] };
  readonly corrections?: readonly {
    readonly model: string;
    readonly license: string;
    readonly reason: string;
  }[];
  readonly rules?: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  readonly exceptions?: readonly (Partial<PolicyException> & { readonly reason: string })[];
  readonly exclude?: readonly string[];
}

/**
 * Reads a policy file: `[tool.ptm-lens]` of a TOML file, else JSON with comments. What is wrong becomes a finding at its place and counts
 * as not said. Null when a TOML file has no such table.
 */
export function parsePolicy(file: string, text: string, today: string): ParsedPolicy | null {
  const located = file.endsWith('.toml') ? readToml(file, text) : readJson(file, text);
  if (!located) return null;
  const { value, problems } = checkSchema(located.value, schema);
  const keys = (value ?? {}) as PolicyKeys;
  const all = [...problems, ...doubtful((located.value ?? {}) as PolicyKeys, today)];
  const findings = [...located.findings, ...all.map((problem) => findingOf(problem, located))];
  const policy = { ...policyOf(keys), file };
  const level = policy.rules['policy-invalid'] ?? 'warning';
  return {
    policy,
    findings: level === 'off' ? [] : findings.map((finding) => ({ ...finding, severity: level })),
  };
}

function policyOf(keys: PolicyKeys): Policy {
  return {
    file: null,
    use: keys.use ?? defaultPolicy.use,
    relation: keys.relation ?? defaultPolicy.relation,
    licenses: {
      allow: (keys.licenses?.allow ?? []).map(pattern),
      deny: (keys.licenses?.deny ?? []).map(pattern),
    },
    models: { deny: keys.models?.deny ?? [], private: keys.models?.private ?? [] },
    rules: keys.rules ?? {},
    exceptions: (keys.exceptions ?? []).map(exceptionOf).filter(isBounded),
    corrections: (keys.corrections ?? []).map(({ model, license, reason }) => ({
      model,
      license: parseLicense(license),
      reason,
    })),
    exclude: keys.exclude ?? [],
  };
}

function exceptionOf(keys: Partial<PolicyException> & { readonly reason: string }): PolicyException {
  return {
    model: keys.model ?? null,
    license: keys.license ? pattern(keys.license) : null,
    rule: keys.rule ?? null,
    file: keys.file ?? null,
    reason: keys.reason,
    expires: keys.expires ?? null,
  };
}

/** An exception from everything is a mistake. */
function isBounded({ model, license, rule, file }: PolicyException): boolean {
  return model !== null || license !== null || rule !== null || file !== null;
}

/** A licence by its canonical name, so that `apache 2` matches `Apache-2.0`; a pattern stays as it is. */
function pattern(text: string): string {
  return text.includes('*') ? text : (licenseText(parseLicense(text)) ?? text);
}

/** What the schema cannot say: licences without a known name, exceptions that are over or without bounds. */
function doubtful(keys: PolicyKeys, today: string): Problem[] {
  const problems: Problem[] = [];
  const named = (list: unknown, path: readonly (string | number)[]) => {
    for (const [index, text] of (Array.isArray(list) ? list : []).entries())
      checkName(text, [...path, index]);
  };
  const checkName = (text: unknown, path: readonly (string | number)[]) => {
    if (
      typeof text !== 'string' ||
      text.trim() === '' ||
      text.includes('*') ||
      parseLicense(text).kind !== 'unrecognised'
    )
      return;
    problems.push({ path, message: message('"{0}" is no licence that is known here', text) });
  };
  named(keys.licenses?.allow, ['licenses', 'allow']);
  named(keys.licenses?.deny, ['licenses', 'deny']);
  for (const [index, one] of entries(keys.corrections))
    checkName(one['license'], ['corrections', index, 'license']);
  for (const [index, one] of entries(keys.exceptions)) {
    const path = ['exceptions', index];
    checkName(one['license'], [...path, 'license']);
    const bounds = [one['model'], one['license'], one['rule'], one['file']];
    if (bounds.every((bound) => bound === undefined))
      problems.push({ path, message: message('an exception needs a model, license, rule or file') });
    const { expires } = one;
    if (typeof expires === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(expires) && expires < today)
      problems.push({
        path: [...path, 'expires'],
        message: message('this exception expired on {0}', expires),
      });
  }
  return problems;
}

/** The objects of a list that may be anything: the schema has its own word on the rest. */
function entries(list: unknown): (readonly [number, Readonly<Record<string, unknown>>])[] {
  return (Array.isArray(list) ? list : []).flatMap((one: unknown, index) =>
    typeof one === 'object' && one !== null ? [[index, one as Record<string, unknown>] as const] : [],
  );
}

function findingOf(problem: Problem, located: LocatedValue): Finding {
  return policyFinding(problem.message, located.place(problem.path));
}

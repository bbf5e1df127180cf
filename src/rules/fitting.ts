import type { ModelRecord } from '../db/record';
import { judge } from '../licenses/judge';
import type { Relation } from '../licenses/judgement';
import type { ProjectLicense } from '../licenses/project';
import { modelLicense } from './modelLicense';
import { matchesGlob } from './policy/glob';
import { deniesLicense, namesLicense } from './policy/permits';
import type { Policy } from './policy/policy';

/** What a model has to fit. */
export interface Frame {
  readonly project: ProjectLicense | null;
  readonly policy: Policy;
  readonly relation: Relation;
}

/** A model of up to so many times the size, or down to that part of it, may stand in for another. */
const sizeRange = 4;

/** The candidates that could replace `model` with nothing to answer for but notices: near in size where both sizes are known, in the order given. */
export function fitting(
  candidates: readonly ModelRecord[],
  model: ModelRecord,
  frame: Frame,
  limit: number,
): ModelRecord[] {
  const fits = candidates.filter(
    (one) => one.id !== model.id && one.hub === model.hub && isNear(one, model) && isFree(one, frame),
  );
  return fits.slice(0, limit);
}

function isNear({ parameters: a }: ModelRecord, { parameters: b }: ModelRecord): boolean {
  return a === null || b === null || Math.max(a, b) <= Math.min(a, b) * sizeRange;
}

function isFree(record: ModelRecord, { project, policy, relation }: Frame): boolean {
  const license = modelLicense(record.id, record, policy);
  const { licenses, models } = policy;
  if (models.deny.some((pattern) => matchesGlob(pattern, record.id))) return false;
  if (deniesLicense(licenses.deny, license)) return false;
  if (licenses.allow.length > 0 && !namesLicense(licenses.allow, license)) return false;
  const question = { model: license, project: project?.license ?? null, relation, use: policy.use };
  return judge(question).kind === 'compatible';
}

import type { ModelRecord } from '../db/record';
import { declaredLicense } from '../licenses/names/declared';
import type { LicenseName } from '../licenses/judgement';
import { matchesGlob } from './policy/glob';
import type { Policy } from './policy/policy';

/** A model's licence: what the policy declares or corrects, else what its record declares. Nothing for an unknown model. */
export function modelLicense(id: string, record: ModelRecord | null, policy: Policy): LicenseName {
  const correction = policy.corrections.find(({ model }) => matchesGlob(model, id));
  return correction?.license ?? declaredLicense(record?.license ?? null);
}

import { judge } from '../../licenses/judge';
import type { Judgement, LicenseName } from '../../licenses/judgement';
import { licenseText } from '../../licenses/text';
import { message } from '../../shared/message';
import { modelLicense } from '../modelLicense';
import type { Rule, Subject } from '../rule';

/** Longer chains of fine-tunes are a loop, or no longer tell anything. */
const maxDepth = 8;

/** A model under the chain of base models, with the path that leads to it. */
interface Ancestor {
  readonly path: readonly string[];
  readonly license: LicenseName;
  readonly judgement: Judgement;
}

/** A base model's known terms are stricter than what the model itself declares: they hold for what was made from it. */
export const licenseBaseModel: Rule = {
  id: 'license-base-model',
  severity: 'information',
  family: 'license',
  title: message('A base model is under stricter terms than the model'),
  check: (subject) => {
    const own = strictness(subject.model.judgement);
    const [strictest] = ancestorsOf(subject)
      .filter(({ judgement }) => strictness(judgement) > own)
      .sort((a, b) => strictness(b.judgement) - strictness(a.judgement));
    if (!strictest) return null;
    const base = strictest.path.at(-1) ?? '';
    const name = licenseText(strictest.license) ?? '';
    return {
      message: message(
        '{0} is made from {1}, whose terms ({2}) are stricter than its own.',
        subject.model.id,
        base,
        name,
      ),
      basis: message('{0}: {1}', strictest.path.join(' < '), name),
    };
  },
};

/** The base models above a model, nearest first, each once; what the catalogue does not have ends a path. */
function ancestorsOf({ model, input, relation }: Subject): Ancestor[] {
  const found: Ancestor[] = [];
  const seen = new Set([model.id.toLowerCase()]);
  const record = 'record' in model.lookup ? model.lookup.record : null;
  let level = (record?.baseModels ?? []).map((id) => [model.id, id]);
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: string[][] = [];
    for (const path of level) {
      const id = path.at(-1) ?? '';
      if (seen.has(id.toLowerCase())) continue;
      seen.add(id.toLowerCase());
      const base = input.catalogue.record(id);
      if (!base) continue;
      const license = modelLicense(base.id, base, input.policy);
      const project = input.project?.license ?? null;
      found.push({
        path,
        license,
        judgement: judge({ model: license, project, relation, use: input.policy.use }),
      });
      next.push(...base.baseModels.map((further) => [...path, further]));
    }
    level = next;
  }
  return found;
}

/** Only what is known counts: an unnamed licence is not a stricter one. */
function strictness(judgement: Judgement | null): number {
  if (!judgement || judgement.kind === 'unknown') return 0;
  if (judgement.kind === 'incompatible') return 4;
  if (judgement.nonCommercial) return 3;
  return judgement.kind === 'restricted' ? 2 : judgement.kind === 'conditional' ? 1 : 0;
}

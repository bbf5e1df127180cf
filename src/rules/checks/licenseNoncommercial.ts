import { termsOf } from '../../licenses/terms';
import { licenseText } from '../../licenses/text';
import { message } from '../../shared/message';
import { projectEvidence } from '../evidence';
import { namesLicense } from '../policy/permits';
import type { Severity } from '../finding';
import type { Rule, Subject } from '../rule';

/** The model may not be used commercially, and the project may be. */
export const licenseNoncommercial: Rule = {
  id: 'license-noncommercial',
  severity: 'warning',
  family: 'license',
  title: message('The model may not be used commercially'),
  check: (subject) => {
    const { model, license, input } = subject;
    if (!model.judgement?.nonCommercial) return null;
    const severity = gravity(subject);
    if (severity === null) return null;
    return {
      message: message('{0} ({1}) may not be used commercially.', model.id, licenseText(license) ?? ''),
      basis: model.judgement.basis,
      severity,
      related: projectEvidence(input.project),
    };
  },
};

/** A closed project seldom has a LICENSE file, so a missing one still tells the user; a research policy answers the question. */
function gravity({ input, license, relation }: Subject): Severity | null {
  if (input.policy.use === 'research') return null;
  if (input.policy.use === 'commercial') return 'warning';
  if (namesLicense(input.policy.licenses.allow, license)) return null;
  if (relation === 'bundled') return 'warning';
  const project = input.project?.license ?? { kind: 'none' };
  if (project.kind === 'expression') return 'warning';
  if (project.kind !== 'license') return 'information';
  if (project.id === 'proprietary') return 'warning';
  const commercial = termsOf(project.id)?.commercial;
  if (commercial === 'no') return null;
  return commercial === 'yes' ? 'warning' : 'information';
}

import { licenseText } from '../../licenses/text';
import { message } from '../../shared/message';
import { projectEvidence } from '../evidence';
import type { Rule } from '../rule';

/** The judgement says that the licences do not fit. A clash with the intended use is `license-noncommercial`'s. */
export const licenseIncompatible: Rule = {
  id: 'license-incompatible',
  severity: 'warning',
  family: 'license',
  title: message("The model's licence does not fit the project's"),
  check: ({ model, license, input }) => {
    const { judgement } = model;
    if (judgement?.kind !== 'incompatible' || judgement.ground === 'use') return null;
    // "If distributed together", and the policy says that nothing is distributed.
    const severity =
      judgement.ground === 'table' && input.policy.use === 'internal' ? 'information' : 'warning';
    const project = licenseText(input.project?.license ?? null);
    const own = licenseText(license) ?? '';
    return {
      message:
        project === null
          ? message('{0} ({1}) may not be used this way.', model.id, own)
          : message('{0} ({1}) does not fit a project under {2}.', model.id, own, project),
      basis: judgement.basis,
      severity,
      related: projectEvidence(input.project),
    };
  },
};

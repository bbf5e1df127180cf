import { licenseText } from '../../licenses/text';
import { message } from '../../shared/message';
import { namesLicense } from '../policy/permits';
import type { Rule } from '../rule';

/** The model's licence restricts what it may be used for, and the restrictions travel with it. A policy that allows the licence accepts them. */
export const licenseRestricted: Rule = {
  id: 'license-restricted',
  severity: 'information',
  family: 'license',
  title: message('The model comes with use restrictions'),
  check: ({ model, license, input }) => {
    const { judgement } = model;
    if (judgement?.kind !== 'restricted' || judgement.nonCommercial) return null;
    if (namesLicense(input.policy.licenses.allow, license)) return null;
    return {
      message: message(
        '{0} ({1}) comes with use restrictions to pass on.',
        model.id,
        licenseText(license) ?? '',
      ),
      basis: judgement.basis,
    };
  },
};

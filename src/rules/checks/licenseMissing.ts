import { isLicenseStated } from '../../db/record';
import { message } from '../../shared/message';
import type { Rule } from '../rule';

/** The catalogue knows the model, and the model declares no licence: nobody is allowed anything. */
export const licenseMissing: Rule = {
  id: 'license-missing',
  severity: 'information',
  family: 'license',
  title: message('The model declares no licence'),
  check: ({ model, license }) => {
    if (model.lookup.answer !== 'no-license' || license.kind !== 'none') return null;
    if (!isLicenseStated(model.lookup.record)) return null;
    return {
      message: message('{0} declares no licence.', model.id),
      basis: message('Without a licence nothing is allowed beyond what the law allows anyway.'),
    };
  },
};

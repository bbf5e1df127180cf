import { licenseText } from '../../licenses/text';
import { message } from '../../shared/message';
import { matchesGlob } from '../policy/glob';
import { deniesLicense, namesLicense } from '../policy/permits';
import type { Rule } from '../rule';

/** The policy forbids the model, or its licence; or it lists the licences that are allowed, and this is none of them. */
export const modelDenied: Rule = {
  id: 'model-denied',
  severity: 'error',
  family: 'model',
  title: message('The policy forbids the model'),
  check: ({ model, license, input }) => {
    const { licenses, models } = input.policy;
    if (model.lookup.answer === 'local') return null;
    const pattern = models.deny.find((one) => matchesGlob(one, model.id));
    if (pattern !== undefined)
      return {
        message: message('The policy denies {0}.', model.id),
        basis: message('models.deny has "{0}"', pattern),
      };
    const name = licenseText(license) ?? '';
    if (deniesLicense(licenses.deny, license))
      return {
        message: message('The policy denies the licence of {0} ({1}).', model.id, name),
        basis: message('licenses.deny names it'),
      };
    if (licenses.allow.length === 0 || namesLicense(licenses.allow, license)) return null;
    // Of a model that the catalogue does not have no licence is known, so nothing can be held against it.
    if (model.lookup.answer === 'not-in-catalog' && license.kind === 'none') return null;
    const basis = message('licenses.allow does not name it');
    return license.kind === 'none'
      ? {
          message: message('The policy allows listed licences only, and {0} declares none.', model.id),
          basis,
        }
      : { message: message('The policy does not allow the licence of {0} ({1}).', model.id, name), basis };
  },
};

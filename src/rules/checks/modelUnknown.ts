import { message } from '../../shared/message';
import type { Rule } from '../rule';

/** The catalogue does not have the model: a private one, a new one, or a slip of the pen. */
export const modelUnknown: Rule = {
  id: 'model-unknown',
  severity: 'off',
  family: 'model',
  title: message('The model is not in the catalogue'),
  check: ({ model, input }) => {
    const { lookup, written } = model;
    if (lookup.answer !== 'not-in-catalog') return null;
    const near = input.catalogue.near(model.id);
    if (near === null)
      return { message: message('{0} is not in the catalogue (as of {1}).', model.id, lookup.asOf) };
    return {
      message: message(
        '{0} is not in the catalogue (as of {1}). Did you mean {2}?',
        model.id,
        lookup.asOf,
        near,
      ),
      fixes: written?.place
        ? [{ title: message('Replace by {0}', near), place: written.place, newText: near }]
        : [],
    };
  },
};

import { message } from '../../shared/message';
import type { Rule } from '../rule';

/** The code writes an id from which the hub has moved the model away. */
export const modelMoved: Rule = {
  id: 'model-moved',
  severity: 'hint',
  family: 'model',
  title: message('The model has another id now'),
  check: ({ model, usage }) => {
    const { lookup, written } = model;
    if (!('alias' in lookup) || lookup.alias?.kind !== 'moved' || usage.hub !== 'huggingface') return null;
    const fixes =
      written?.place && written.text.toLowerCase() === lookup.alias.from.toLowerCase()
        ? [{ title: message('Replace by {0}', model.id), place: written.place, newText: model.id }]
        : [];
    return { message: message('{0} is now {1}.', lookup.alias.from, model.id), fixes };
  },
};

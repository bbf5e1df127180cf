import { message } from '../../shared/message';
import type { Rule } from '../rule';

/** The code names a task and leaves the model to the library, whose default may change. */
export const implicitModel: Rule = {
  id: 'implicit-model',
  severity: 'hint',
  family: 'model',
  title: message('The library chooses the model'),
  check: ({ model, usage }) => {
    if (usage.implicitModel === null || model.written) return null;
    return usage.task === null
      ? { message: message('The code names no model: the library takes {0}.', model.id) }
      : { message: message('The code names no model for {0}: the library takes {1}.', usage.task, model.id) };
  },
};

import { message } from '../../shared/message';
import { pinOf } from '../revision';
import type { Rule } from '../rule';

/** `trust_remote_code=True` runs the model's own Python; unless a commit is pinned, whatever it holds tomorrow. */
export const remoteCode: Rule = {
  id: 'remote-code',
  severity: 'warning',
  family: 'model',
  title: message("The model's own code is run, whatever it may become"),
  check: ({ model, usage }) => {
    if (!usage.remoteCode || model.lookup.answer === 'local' || pinOf(usage) !== 'unpinned') return null;
    return {
      message: message('Code from {0} is run, and no revision fixes which.', model.id),
      place: usage.remoteCode,
    };
  },
};

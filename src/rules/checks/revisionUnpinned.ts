import { message } from '../../shared/message';
import { pinOf, takesRevision } from '../revision';
import type { Rule } from '../rule';

/** What is loaded may change from one day to the next: no revision is given, or a branch. */
export const revisionUnpinned: Rule = {
  id: 'revision-unpinned',
  severity: 'off',
  family: 'model',
  title: message('The model is loaded without a fixed revision'),
  check: ({ model, usage }) => {
    if (model.lookup.answer === 'local' || !takesRevision(usage) || pinOf(usage) !== 'unpinned') return null;
    if (!usage.revision) return { message: message('{0} is loaded without a revision.', model.id) };
    return {
      message: message('{0} is loaded at "{1}", which may move on.', model.id, usage.revision.value ?? ''),
      place: usage.revision.place,
    };
  },
};

import { type Message, message } from '../../shared/message';
import type { Relation } from '../judgement';
import type { Terms } from '../terms';
import { gplVersionsOf, keepsShareAlike, type ModelSide, type ProjectSide } from './sides';

/** Terms that cannot be kept together under a relation: the sentence that says which. Null when there is no clash. */
export function clashOf(
  model: ModelSide,
  terms: Terms,
  project: ProjectSide,
  relation: Relation,
): Message | null {
  const conveys = relation === 'bundled' || relation === 'derived';
  if (conveys && terms.distribute === 'no')
    return message('{0} does not allow the model to be passed on.', model.id);
  if (relation === 'derived' && terms.derive === 'no')
    return message('{0} does not allow changed versions to be passed on.', model.id);
  if (relation === 'served' && terms.serve === 'no')
    return message('{0} does not allow the model to be offered as a service.', model.id);
  if (project.kind !== 'license') return null;
  return (
    shareAlikeClash(model, terms, project.id, project, relation) ??
    (conveys ? gplClash(model, terms, project.id) : null) ??
    (relation === 'derived' ? relicenceClash(model, terms, project.id, project.terms) : null)
  );
}

/** Whether share-alike reaches the project under this relation, so that its licence must be known. */
export function shareReaches(terms: Terms, relation: Relation): boolean {
  switch (terms.share) {
    case 'work':
      return (
        relation === 'bundled' || relation === 'derived' || (relation === 'served' && terms.network === 'yes')
      );
    case 'derivative':
    case 'library':
      return relation === 'derived';
    case 'file':
    case 'none':
    case '?':
      return false;
  }
}

function shareAlikeClash(
  model: ModelSide,
  terms: Terms,
  projectId: string,
  project: ProjectSide,
  relation: Relation,
): Message | null {
  if (!shareReaches(terms, relation) || keepsShareAlike(model, project)) return null;
  return relation === 'derived'
    ? message(
        'What is derived from the model stays under {0} when it is passed on; the project is under {1}.',
        model.id,
        projectId,
      )
    : message('{0} asks that the whole work is under it; the project is under {1}.', model.id, projectId);
}

/** The GPL allows no further restrictions on the work that it covers: the Free Software Foundation lists what fits. */
function gplClash(model: ModelSide, terms: Terms, projectId: string): Message | null {
  const versions = gplVersionsOf(projectId);
  if (versions.length === 0 || terms.gpl === 'both' || terms.gpl === '?' || versions.includes(terms.gpl))
    return null;
  return terms.gpl === 'no'
    ? message('{0} allows no further restrictions, and {1} adds some.', projectId, model.id)
    : message(
        '{0} cannot be part of a work under {1}: it fits other versions of the GPL only.',
        model.id,
        projectId,
      );
}

/** A derived model cannot be given away under a licence that allows what its origin forbids. */
function relicenceClash(
  model: ModelSide,
  terms: Terms,
  projectId: string,
  project: Terms | null,
): Message | null {
  if (terms.commercial !== 'no' || project?.commercial !== 'yes') return null;
  return message(
    '{0} allows commercial use, which {1} does not for what is derived from it.',
    projectId,
    model.id,
  );
}

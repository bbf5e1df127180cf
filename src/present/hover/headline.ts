import type { UsedModel } from '../../inventory/types';
import type { JudgementKind } from '../../licenses/judgement';
import { licenseName } from '../license';
import { escapeName, markdownSentence } from '../markdown';
import { plainDate } from '../numbers';
import type { Reader } from '../reader';
import { statusLooks, statusOf } from '../modelStatus';

/** How each judgement reads in the first line; `{0}` is the project's licence. */
const judgementSentences: Readonly<Record<JudgementKind, { named: string; unnamed: string }>> = {
  compatible: { named: 'fits this project ({0})', unnamed: 'fits this project' },
  conditional: { named: 'fits this project ({0}), with duties', unnamed: 'fits this project, with duties' },
  restricted: { named: 'use is restricted', unnamed: 'use is restricted' },
  incompatible: { named: 'does not fit this project ({0})', unnamed: 'does not fit this project' },
  unknown: { named: 'cannot be judged for this project ({0})', unnamed: 'cannot be judged for this project' },
};

/**
 * The first line of the hover, which answers "may I use it here?": the model, its licence, the judgement.
 * @param project the project's licence as people write it, or null
 */
export function headline(model: UsedModel, project: string | null, reader: Reader): string {
  const { icon } = statusLooks[statusOf(model)];
  return `$(${icon}) **${escapeName(model.id)}** — ${answer(model, project, reader)}`;
}

function answer({ lookup, judgement }: UsedModel, project: string | null, reader: Reader): string {
  const { localize } = reader;
  switch (lookup.answer) {
    case 'found': {
      const license = `**${escapeName(licenseName(lookup.record))}**`;
      return `${license}, ${judged(judgement?.kind ?? 'unknown', project, reader)}`;
    }
    case 'no-license':
      return markdownSentence(localize, '**no licence declared**: nothing says that you may use it');
    case 'not-in-catalog':
      return markdownSentence(localize, 'not in the catalogue (as of {0})', plainDate(lookup.asOf, reader));
    case 'local':
      return markdownSentence(localize, 'a local model: its licence is not known here');
  }
}

function judged(kind: JudgementKind, project: string | null, { localize }: Reader): string {
  const sentences = judgementSentences[kind];
  return project === null
    ? markdownSentence(localize, sentences.unnamed)
    : markdownSentence(localize, sentences.named, project);
}

import { isLicenseStated, type LocalCard } from '../../db/record';
import type { UsedModel } from '../../inventory/types';
import type { Judgement, JudgementKind } from '../../licenses/judgement';
import { type Message, message } from '../../shared/message';
import { licenseName } from '../license';
import { escapeName, markdownSentence } from '../markdown';
import { statusLooks, statusOf } from '../modelStatus';
import { plainDate } from '../numbers';
import type { Reader } from '../reader';
import { shown } from '../shown';

/** How each judgement reads in the first line, for a project whose licence is known and for one whose is not. */
const judged: Readonly<Record<JudgementKind, (project: string | null) => Message>> = {
  compatible: (project) =>
    project ? message('fits this project ({0})', project) : message('fits this project'),
  conditional: (project) =>
    project
      ? message('fits this project ({0}), with duties', project)
      : message('fits this project, with duties'),
  restricted: () => message('use is restricted'),
  incompatible: (project) =>
    project ? message('does not fit this project ({0})', project) : message('does not fit this project'),
  unknown: (project) =>
    project
      ? message('cannot be judged for this project ({0})', project)
      : message('cannot be judged for this project'),
};

/**
 * The first line of the hover, which answers "may I use it here?": the model, its licence, the judgement.
 * @param project the project's licence as people write it, or null
 */
export function headline(model: UsedModel, project: string | null, reader: Reader): string {
  const { icon } = statusLooks[statusOf(model)];
  return `$(${icon}) **${escapeName(model.id)}** — ${answer(model, project, reader)}`;
}

/** What a local model's own card says of its licence; nobody has judged it. */
function localAnswer(card: LocalCard | null): Message {
  const license = [card?.fields['license'] ?? []].flat()[0];
  return license
    ? message('a local model: its card says {0}', shown(license, 80))
    : message('a local model: its licence is not known here');
}

function judgedAs(judgement: Judgement | null, project: string | null): Message {
  if (judgement?.kind === 'restricted' && judgement.nonCommercial) return message('no commercial use');
  return judged[judgement?.kind ?? 'unknown'](project);
}

function answer({ lookup, judgement }: UsedModel, project: string | null, reader: Reader): string {
  const say = (text: Message) => markdownSentence(reader.localize, text);
  switch (lookup.answer) {
    case 'found':
      return `**${escapeName(licenseName(lookup.record))}**, ${say(judgedAs(judgement, project))}`;
    case 'no-license':
      return isLicenseStated(lookup.record)
        ? say(message('**no licence declared**: nothing says that you may use it'))
        : say(message('its licence is not known here: see its page'));
    case 'not-in-catalog':
      return say(message('not in the catalogue (as of {0})', plainDate(lookup.asOf, reader)));
    case 'local':
      return say(localAnswer(lookup.card ?? null));
  }
}

import { type Message, message } from '../../shared/message';
import type { Duty } from '../judgement';
import { allTerms, type ShareScope, type Terms } from '../terms';

const shareDuties: Readonly<Record<Exclude<ShareScope, 'none' | '?'>, Message>> = {
  file: message('changed files stay under the same licence, with their source'),
  library: message('the model itself and changes of it stay under the same licence, and may be replaced'),
  derivative: message('what is adapted from it is passed on under the same licence'),
  work: message('the whole work that holds it is passed on under the same licence, with its source'),
};

/** What a licence asks, and the act with which each duty begins. */
export function dutiesOf(terms: Terms): readonly Duty[] {
  return listed.get(terms) ?? readDuties(terms);
}

function readDuties(terms: Terms): Duty[] {
  const duties: Duty[] = [];
  const add = (begins: Duty['begins'], duty: Message) => duties.push({ duty, begins });
  if (terms.accept === 'yes') add('use', message('its terms must be accepted before it may be had'));
  if (terms.restrict === 'yes') {
    add('use', message('its use restrictions are followed'));
    add('distribution', message('its use restrictions are passed on to whoever receives it'));
    if (terms.network === 'yes')
      add('service', message('its use restrictions are passed on to the users of a service'));
  }
  if (terms.commercial === 'no') add('commercial', message('commercial use is not allowed'));
  for (const threshold of thresholdDuties(terms)) add('commercial', threshold);
  if (terms.distribute === 'no') add('distribution', message('it may not be passed on'));
  if (terms.derive === 'no') add('distribution', message('changed versions may not be passed on'));
  if (terms.serve === 'no') add('service', message('it may not be offered to others as a service'));
  if (terms.credit === 'notice' || terms.credit === 'name')
    add('distribution', message('its copyright and licence notices are kept'));
  if (terms.credit === 'name') add('distribution', message('the name that the licence prescribes is shown'));
  if (terms.share === 'none' || terms.share === '?') return duties;
  add('distribution', shareDuties[terms.share]);
  if (terms.network === 'yes')
    add('service', message('users of a service receive the source under the same licence'));
  return duties;
}

/** The limits over which commercial use needs an agreement of its own; none where the licence has none. */
function thresholdDuties({ commercial, threshold }: Terms): Message[] {
  const limits = threshold.split(', ').flatMap((limit) => thresholdDuty(limit) ?? []);
  return commercial === 'limited' && limits.length === 0
    ? [message('commercial use is limited: see its text')]
    : limits;
}

function thresholdDuty(limit: string): Message | null {
  const [kind = '', amount = ''] = limit.split(' ');
  switch (kind) {
    case 'users':
      return message('over {0} monthly active users an agreement of its own is needed', grouped(amount));
    case 'visits':
      return message('over {0} visits a month an agreement of its own is needed', grouped(amount));
    case 'revenue':
      return message(
        'over {0} US dollars of yearly revenue an agreement of its own is needed',
        grouped(amount),
      );
    case 'register':
      return message('commercial use must be registered with the author');
    default:
      return null;
  }
}

/** `700000000` -> `700,000,000`. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Judgements are many, rows of the table few. */
const listed: ReadonlyMap<Terms, readonly Duty[]> = new Map(
  allTerms().map((terms) => [terms, readDuties(terms)]),
);

import { type Message, message } from '../../shared/message';
import { statusLooks, statusOf } from '../modelStatus';
import type { Occurrence } from './occurrence';

/** What the inventory can be narrowed to: the words for it, and which occurrences stay. */
export const filters = {
  all: { label: message('Everything'), keeps: () => true },
  attention: {
    label: message('Needs attention'),
    keeps: ({ model }) =>
      model !== null && statusLooks[statusOf(model)].rank >= statusLooks['no-license'].rank,
  },
  fits: {
    label: message('Fits this project'),
    keeps: ({ model }) => model !== null && ['compatible', 'conditional'].includes(statusOf(model)),
  },
  unknown: {
    label: message('Not in the catalogue, or fit unknown'),
    keeps: ({ model }) => model !== null && ['not-in-catalog', 'unknown'].includes(statusOf(model)),
  },
  ambiguous: {
    label: message('Ambiguous'),
    keeps: ({ entry }) => entry.usage.resolution === 'ambiguous',
  },
  unresolved: {
    label: message('Unresolved'),
    keeps: ({ entry }) => entry.usage.resolution === 'unresolved',
  },
  local: { label: message('Local models'), keeps: ({ model }) => model?.lookup.answer === 'local' },
} as const satisfies Record<string, { label: Message; keeps: (occurrence: Occurrence) => boolean }>;

export type Filter = keyof typeof filters;

/** Whether a stored word is a filter of today. */
export function isFilter(word: unknown): word is Filter {
  return typeof word === 'string' && Object.hasOwn(filters, word);
}

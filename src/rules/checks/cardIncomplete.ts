import type { ModelRecord } from '../../db/record';
import { message } from '../../shared/message';
import type { Rule } from '../rule';

/** What the rule asks of a card, and whether a record has it. */
const asked: readonly (readonly [name: string, has: (record: ModelRecord) => boolean])[] = [
  ['datasets', ({ datasets, card }) => datasets.length > 0 || 'datasets' in card],
  ['metrics', ({ card }) => 'evaluation' in card],
  ['limitations', ({ card }) => 'limitationAndBias' in card],
];

/** Datasets, metrics or limitations are missing from the card. Of a card that nobody has read nothing is said. */
export const cardIncomplete: Rule = {
  id: 'card-incomplete',
  severity: 'off',
  family: 'model',
  title: message('The model card leaves open what people need to know'),
  check: ({ model: { lookup, id } }) => {
    if (!('record' in lookup) || Object.keys(lookup.record.card).length === 0) return null;
    const { record } = lookup;
    const missing = asked.filter(([, has]) => !has(record)).map(([name]) => name);
    return missing.length === 0
      ? null
      : { message: message('The card of {0} says nothing of: {1}.', id, missing.join(', ')) };
  },
};

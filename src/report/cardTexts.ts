import type { CardFields } from '../db/record';
import type { UsedModel } from '../rules/context';

/** PeaTMOSS's hand-checked cards note of some fields only that the card has them: a report has nothing to say of those. */
const onTheCard = 'on the card';

/** What a model's card says: that of its record, or that of its folder in the workspace. */
export function cardOf({ lookup }: UsedModel): CardFields {
  if ('record' in lookup) return lookup.record.card;
  return lookup.answer === 'local' ? (lookup.card?.fields ?? {}) : {};
}

/** The values of a card's field that say something. */
export function cardTexts(card: CardFields, field: string): string[] {
  const value = card[field];
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return all.filter((text) => text.trim() !== '' && text !== onTheCard);
}

/** The values of a field that are a name and what it came to: `MNLI: 84.6`. Those that are not have no name. */
export function cardPairs(
  card: CardFields,
  field: string,
): { readonly key: string; readonly value: string }[] {
  return cardTexts(card, field).map((text) => {
    const [, key = '', value = text] = /^(.+):\s+(\S.*)$/s.exec(text) ?? [];
    return { key, value };
  });
}

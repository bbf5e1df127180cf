import type { Card } from '../cards/card';
import { fieldNames } from '../cards/card';
import { completeness } from '../cards/completeness';
import { valueText } from '../cards/summary';
import { type Localize, message } from '../shared/message';
import { printable } from '../shared/printable';

/**
 * A card's fields as plain text: a line a value with where it stands, then what is missing and what was refused.
 * @param refused answers of a language model that the card does not bear out
 */
export function cardText(card: Card, refused: number, localize: Localize): string {
  const fields = fieldNames.flatMap((name) =>
    card.fields[name].map((value) => {
      const where =
        value.source === 'record' ? value.source : `${value.source}, line ${value.evidence.startLine + 1}`;
      return `${name.padEnd(20)}${printable(valueText(value))}  (${where})\n`;
    }),
  );
  const { missing } = completeness(card.fields);
  const notes = [
    ...(missing.length > 0 ? [message('The card does not give: {0}', missing.join(', '))] : []),
    ...(refused > 0
      ? [message('{0} answers of the language model were refused: the card does not say so', refused)]
      : []),
    ...card.problems,
  ];
  return [...fields, ...notes.map((note) => `${printable(localize(note))}\n`)].join('');
}

import { type FieldValue, fieldNames } from '../cards/card';
import { extractCard } from '../cards/extract';
import type { CardFields } from '../db/record';

/** Values of a field that are kept, and characters of each. */
const mostValues = 8;
const longestValue = 300;

/** The fields of a model card as a record keeps them: texts. What the hub's tags say anyway is left to them. */
export function cardFieldsOf(text: string): CardFields {
  const { fields } = extractCard(text);
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const said = fields[name].filter(({ source }) => source !== 'record').map(valueText);
      const values = [...new Set(said)].filter(Boolean).slice(0, mostValues);
      const [only, ...others] = values;
      return only === undefined ? [] : [[name, others.length > 0 ? values : only] as const];
    }),
  );
}

function valueText({ name, value, unit, dataset }: FieldValue): string {
  const amount = [typeof value === 'number' ? value.toLocaleString('en') : value, unit]
    .filter(Boolean)
    .join(' ');
  const about = [name, dataset && `(${dataset})`].filter(Boolean).join(' ');
  return (about ? `${about}: ${amount}` : amount).slice(0, longestValue);
}

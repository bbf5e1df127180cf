import { type Card, type FieldName, type FieldValue, fieldNames } from './card';

/** Values of one field that a record keeps; a card may list hundreds of results. */
const mostValues = 12;

/** Characters of a value that a record keeps. */
const longest = 240;

/** A card as a record keeps it: one text or a list of texts a field, without evidence. */
export function cardSummary({ fields }: Card): Readonly<Record<string, string | readonly string[]>> {
  const entries = fieldNames.flatMap((name): [FieldName, string | string[]][] => {
    const texts = fields[name].slice(0, mostValues).map(valueText);
    const [first] = texts;
    return first === undefined ? [] : [[name, texts.length === 1 ? first : texts]];
  });
  return Object.fromEntries(entries);
}

/** A value in one line: `F1 (NYT): 93.4`, `8 V100 GPUs`, `125000000 parameters`. */
export function valueText({ name, dataset, value, unit }: FieldValue): string {
  const what = name && dataset ? `${name} (${dataset})` : (name ?? dataset);
  const amount = unit === undefined ? String(value) : unit === '%' ? `${value}%` : `${value} ${unit}`;
  const text = what === undefined ? amount : `${what}: ${amount}`;
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

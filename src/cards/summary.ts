import { type Card, type CardFieldValues, type FieldName, type FieldValue, fieldNames } from './card';
import { extractCard } from './extract';

/** Values of one field that a record keeps; a card may list hundreds of results. */
const mostValues = 12;

/** Characters of a value that a record keeps. */
const longest = 300;

/** The fields of a card as a record keeps them: one text or a list of texts a field, without evidence. */
export type CardTexts = Readonly<Record<string, string | readonly string[]>>;

/** What the text of a model's card says, as a record keeps it. */
export function cardFieldsOf(text: string, id = ''): CardTexts {
  return cardTexts(extractCard(text, { id }).fields);
}

/** What the caller knew beforehand is not the card's word and is left out. */
export function cardTexts(fields: Card['fields']): CardTexts {
  const entries = fieldNames.flatMap((name): [FieldName, string | string[]][] => {
    const said = fields[name].filter(({ source }) => source !== 'record').map(valueText);
    const texts = [...new Set(said)].filter(Boolean).slice(0, mostValues);
    const [first] = texts;
    return first === undefined ? [] : [[name, texts.length === 1 ? first : texts]];
  });
  return Object.fromEntries(entries);
}

/** The line, from 0, that the first value of each field was read from. */
export function firstLines(fields: CardFieldValues): Readonly<Record<string, number>> {
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const [first] = fields[name];
      return first ? [[name, first.evidence.startLine]] : [];
    }),
  );
}

/** A value in one line: `F1 (NYT): 93.4`, `8 V100 GPUs`, `125,000,000 parameters`. */
export function valueText({ name, dataset, value, unit }: FieldValue): string {
  const what = name && dataset ? `${name} (${dataset})` : (name ?? dataset);
  const number = typeof value === 'number' ? numberText(value) : value;
  const amount = unit === undefined ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
  const text = what === undefined ? amount : `${what}: ${amount}`;
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Large numbers are grouped, so that their size can be seen; small ones stand as they are. */
function numberText(value: number): string {
  return value >= 10_000 ? value.toLocaleString('en') : String(value);
}

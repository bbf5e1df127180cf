import type { CardFields, LocalCard, ModelRecord } from '../../db/record';
import { type Message, message } from '../../shared/message';
import { escapeName, markdownSentence } from '../markdown';
import { compactNumber, plainNumber } from '../numbers';
import type { Reader } from '../reader';
import { shown } from '../shown';

/** Names of a list that are shown; the rest is counted. */
const listed = 4;

/** Values of a card field that are shown. */
const fieldValues = 3;

/** Characters of a card field that are shown. */
const fieldLength = 160;

/** What the record says, one line a group of facts; groups that are unknown are left out. */
export function facts(record: ModelRecord, reader: Reader): string[] {
  const sentences = [
    list(orCard(record.baseModels, record.card, 'baseModel', 'upstreamModel'), (names) =>
      message('Base model: {0}', names),
    ),
    list(orCard(record.datasets, record.card, 'datasets'), (names) => message('Datasets: {0}', names)),
    reuse(record, reader),
    record.gated ? message('The hub asks to accept its terms before download') : null,
    ...cardFields(record.card),
  ];
  const numbers = [...kind(record, reader), ...popularity(record, reader)].join(' · ');
  return [
    ...(numbers ? [numbers] : []),
    ...sentences.filter((sentence) => sentence !== null).map((one) => markdownSentence(reader.localize, one)),
  ];
}

/** What the record knows, else what the card says in its text. */
function orCard(known: readonly string[], card: CardFields, ...fields: readonly string[]): readonly string[] {
  return known.length > 0
    ? known
    : fields.flatMap((name) => textsOf(card, name)).filter((text) => text !== onTheCard);
}

function textsOf(card: CardFields, name: string): readonly string[] {
  return [card[name] ?? []].flat();
}

/** What the card of a local model says; the licence stands in the headline. */
export function localFacts({ fields }: LocalCard, reader: Reader): string[] {
  const sentences = [
    list(textsOf(fields, 'baseModel'), (names) => message('Base model: {0}', names)),
    list(textsOf(fields, 'datasets'), (names) => message('Datasets: {0}', names)),
    ...cardFields(fields),
  ];
  return sentences.filter((one) => one !== null).map((one) => markdownSentence(reader.localize, one));
}

function kind({ task, library, parameters }: ModelRecord, reader: Reader): string[] {
  const names = [task, library].filter((name) => name !== null).map(escapeName);
  const size = parameters ? [message('{0} parameters', compactNumber(parameters, reader))] : [];
  return [...names, ...size.map((one) => markdownSentence(reader.localize, one))];
}

function popularity({ downloads, likes }: ModelRecord, reader: Reader): string[] {
  const parts = [
    downloads !== null ? message('{0} downloads a month', compactNumber(downloads, reader)) : null,
    likes !== null ? message('{0} likes', compactNumber(likes, reader)) : null,
  ];
  return parts.filter((part) => part !== null).map((part) => markdownSentence(reader.localize, part));
}

function list(names: readonly string[], say: (names: string) => Message): Message | null {
  if (names.length === 0) return null;
  const first = names.slice(0, listed).map((name) => shown(name, 100));
  const rest = names.length - first.length;
  return say(rest > 0 ? `${first.join(', ')} +${rest}` : first.join(', '));
}

function reuse({ reuse: repositories }: ModelRecord, reader: Reader): Message | null {
  if (repositories === null || repositories === 0) return null;
  if (repositories === 1) return message('Used by 1 repository of PeaTMOSS');
  return message('Used by {0} repositories of PeaTMOSS', plainNumber(repositories, reader));
}

/** Card fields that help to decide, the most useful first, with the words around the value. */
const usefulFields: readonly (readonly [name: string, say: (value: string) => Message])[] = [
  ['limitationAndBias', (value) => message('Limitations: {0}', value)],
  ['evaluation', (value) => message('Evaluation: {0}', value)],
  ['carbonEmitted', (value) => message('Carbon emitted: {0}', value)],
  ['hardware', (value) => message('Hardware: {0}', value)],
  ['inputFormat', (value) => message('Input: {0}', value)],
  ['outputFormat', (value) => message('Output: {0}', value)],
  ['domain', (value) => message('Domain: {0}', value)],
];

/** A card may list dozens of results. */
function firstOf(values: readonly string[]): string {
  const rest = values.length - fieldValues;
  const first = values.slice(0, fieldValues).join(', ');
  return rest > 0 ? `${first} +${rest}` : first;
}

/** PeaTMOSS's hand-checked cards note of some fields only that the card has them: no news for a hover. */
const onTheCard = 'on the card';

function cardFields(card: CardFields): Message[] {
  return usefulFields
    .flatMap(([name, say]) => {
      const value = card[name];
      const text = typeof value === 'string' || !value ? value : firstOf(value);
      return text && text !== onTheCard ? [say(shown(text, fieldLength))] : [];
    })
    .slice(0, 3);
}

import type { CardFields, LocalCard, ModelRecord } from '../../db/record';
import { type Message, message } from '../../shared/message';
import type { Reader } from '../reader';
import { shown } from '../shown';
import type { Block, Cell, FactRow } from './page';
import { name, paragraph, quiet } from './pieces';
import { sourceOf } from './record';
import { factsBySource } from './sources';

/**
 * The fields of the PeaTMOSS card schema with the words for them, in the order in which they are shown; some go by two names: that of
 * its hand-checked cards and that of its schema, which card texts are read by.
 */
const fields: Readonly<Record<string, Message>> = {
  domain: message('Domain'),
  modelType: message('Kind of model'),
  modelTask: message('Tasks'),
  modelTasks: message('Tasks'),
  frameworks: message('Frameworks'),
  libraries: message('Libraries'),
  language: message('Languages'),
  languages: message('Languages'),
  license: message('Licence on the card'),
  datasets: message('Training data'),
  evaluation: message('Evaluation'),
  limitationAndBias: message('Limitations and bias'),
  hyperParameters: message('Hyper-parameters'),
  hardware: message('Hardware'),
  hoursUsed: message('Hours of training'),
  cloudProvider: message('Cloud provider'),
  computeRegion: message('Region of the computers'),
  carbonEmitted: message('Carbon emitted'),
  parameterCount: message('Number of parameters'),
  baseModel: message('Made from'),
  upstreamModel: message('Made from'),
  paper: message('Paper'),
  githubRepo: message('Repository'),
  github: message('Repository'),
  demo: message('Example code'),
  codeDemo: message('Example code'),
  grant: message('Funding'),
  inputFormat: message('Input'),
  inputPreprocessing: message('Preparation of the input'),
  inputSize: message('Size of the input'),
  outputFormat: message('Output'),
  maxLength: message('Longest input'),
  vocabularySize: message('Size of the vocabulary'),
  sampleRate: message('Sample rate'),
};

/** What a reader of a card may expect whatever the model is for: fields that the record itself has count as there. */
const expected: readonly (readonly [
  field: string,
  record: (record: ModelRecord) => readonly unknown[] | string | number | object | null,
])[] = [
  ['license', ({ license }) => license],
  ['datasets', ({ datasets }) => datasets],
  ['evaluation', () => null],
  ['limitationAndBias', () => null],
  ['hyperParameters', () => null],
  ['hardware', () => null],
  ['carbonEmitted', () => null],
  ['baseModel', ({ baseModels, card }) => [...baseModels, ...valuesOf(card['upstreamModel'])]],
  ['paper', ({ papers }) => papers],
  ['inputFormat', () => null],
  ['outputFormat', () => null],
];

/** Values of a field that are shown, and characters of each. */
const listed = 20;
const longest = 400;

/** The card fields that are known, then those that a reader may expect and that are missing. */
export function cardBlocks(record: ModelRecord, reader: Reader): Block[] {
  const { localize } = reader;
  const { card } = record;
  const rows = filled(card).map(([key, values]) => ({
    name: fieldName(key, localize),
    value: valueCell(values),
    ...sourceOf(record, 'card', reader),
  }));
  const missing = expected
    .filter(([key, own]) => valuesOf(card[key]).length === 0 && isEmpty(own(record)))
    .map(([key]) => fieldName(key, localize));
  if (rows.length === 0)
    return [paragraph(quiet(localize(message('No fields of its model card are known here.'))))];
  return [...factsBySource(rows, reader), ...missingBlock(missing, reader)];
}

/** The fields of a local model's card, each with a way to the line that says so. */
export function localCardBlocks(
  { file, fields: card, lines }: LocalCard,
  folder: string,
  reader: Reader,
): Block[] {
  const { localize } = reader;
  const rows = filled(card).map(([key, values]): FactRow => {
    const start = { line: lines[key] ?? 0, column: 0 };
    const place = { file, cell: null, range: { start, end: start } };
    const evidence = {
      ...quiet(shown(`${file}:${start.line + 1}`)),
      action: { do: 'openPlace', folder, place },
    } as const;
    return { name: fieldName(key, localize), value: [...valueCell(values), { text: ' ' }, evidence] };
  });
  const missing = expected.map(([key]) => key).filter((key) => valuesOf(card[key]).length === 0);
  return [
    ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    ...missingBlock(
      missing.map((key) => fieldName(key, localize)),
      reader,
    ),
  ];
}

function missingBlock(missing: readonly string[], { localize }: Reader): Block[] {
  if (missing.length === 0) return [];
  return [paragraph(quiet(localize(message('Missing on the card: {0}', missing.join(', ')))))];
}

/** The fields that say something, in the order in which they are shown. */
function filled(card: CardFields): (readonly [key: string, values: readonly string[]])[] {
  const keys = [...Object.keys(fields), ...Object.keys(card).filter((key) => !(key in fields))];
  return keys.map((key) => [key, valuesOf(card[key])] as const).filter(([, values]) => values.length > 0);
}

/** What a card field is called. */
export function fieldName(key: string, localize: Reader['localize']): string {
  const known = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return known ? localize(known) : shown(key);
}

function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  const all = typeof value === 'string' ? [value] : (value ?? []);
  return all.filter((text) => text.trim() !== '');
}

function valueCell(values: readonly string[]): Cell {
  const rest = values.length - listed;
  return [
    ...values
      .slice(0, listed)
      .flatMap((text, index) => [...(index > 0 ? [{ text: '; ' }] : []), name(text, longest)]),
    ...(rest > 0 ? [quiet(` +${rest}`)] : []),
  ];
}

function isEmpty(value: readonly unknown[] | string | number | object | null): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * When an extracted field agrees with the hand-checked one. Strict: a value that the truth has and we lack is wrong, a value that
 * we have and the truth lacks is wrong, nothing against nothing is right. What "the same value" means is said field by field below
 * and in docs/cards.md.
 */
import type { Card, FieldName, FieldValue } from '../../src/cards/card';
import { arxivId, githubRepository, hubPage } from '../../src/cards/read/link';

export type Truth = string | number | null | readonly Truth[] | { readonly [name: string]: Truth };

/** One field of the truth, the fields of ours that answer it, and when they agree (asked only when both are filled). */
export interface Comparison {
  readonly truth: string;
  readonly ours: readonly FieldName[];
  readonly agrees: (truth: Truth, ours: readonly FieldValue[], lines: readonly string[]) => boolean;
}

/** The texts of a truth cell; an empty list when nothing is filled in. */
export function texts(cell: Truth | undefined): string[] {
  if (cell === undefined || cell === null) return [];
  if (typeof cell === 'number') return [String(cell)];
  if (typeof cell === 'string') return cell.trim() === '' ? [] : [cell.trim()];
  return Object.values(cell).flatMap(texts);
}

/** `name -> value` leaves of a truth cell. */
function entries(cell: Truth, name = ''): [name: string, value: string][] {
  if (typeof cell !== 'object' || cell === null) return texts(cell).map((text) => [name, text]);
  return Object.entries(cell).flatMap(([key, value]) =>
    entries(value as Truth, Array.isArray(cell) ? name : key),
  );
}

const squeeze = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
const address = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/, '')
    .replace(/\/+$/, '');

/** Every way to name one thing: its words, its address, the id in its address. */
function names(text: string): Set<string> {
  if (!/^https?:\/\//i.test(text.trim()))
    return new Set([squeeze(text), squeeze(text.split('/').at(-1) ?? '')].filter(Boolean));
  const page = hubPage(text.trim());
  const repository = githubRepository(text.trim());
  const keys = [
    address(text),
    arxivId(text) ?? '',
    repository ? `github ${repository.toLowerCase()}` : '',
    page ? squeeze(page.id.split('/').at(-1) ?? '') : '',
  ];
  return new Set(keys.filter(Boolean));
}

function sameThing(truth: string, { value, link }: FieldValue): boolean {
  const ours = [...names(String(value)), ...(link ? names(link) : [])];
  const wanted = names(truth);
  return ours.some((name) => wanted.has(name));
}

/** Each of the truth's values is one of ours, and each of ours is one of the truth's. */
function sameSet(truth: Truth, ours: readonly FieldValue[]): boolean {
  const wanted = texts(truth);
  return (
    wanted.every((text) => ours.some((value) => sameThing(text, value))) &&
    ours.every((value) => wanted.some((text) => sameThing(text, value)))
  );
}

const frameworkName = (text: string) => squeeze(text).replace(/^tf$/, 'tensorflow');

function sameNames(truth: Truth, ours: readonly FieldValue[]): boolean {
  const wanted = new Set(texts(truth).map(frameworkName));
  const had = new Set(ours.map(({ value }) => frameworkName(String(value))));
  return [...wanted].every((name) => had.has(name)) && [...had].every((name) => wanted.has(name));
}

const licenseName = (text: string) => squeeze(text.replace(/licen[sc]e|version|\bthe\b/gi, ''));

function sameLicense(truth: Truth, ours: readonly FieldValue[]): boolean {
  return texts(truth).every((text) =>
    ours.some((value) => licenseName(text) === licenseName(String(value.value)) || sameThing(text, value)),
  );
}

const sameRepository = (truth: Truth, ours: readonly FieldValue[]): boolean =>
  texts(truth).every((text) =>
    ours.some(
      ({ value }) => githubRepository(text)?.toLowerCase() === githubRepository(String(value))?.toLowerCase(),
    ),
  );

const numbersIn = (text: string) =>
  (text.match(/-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?/gi) ?? []).map((one) => Number(one.replace(',', '.')));

/** A result is the same when its numbers are, rounded as the truth rounds. */
function sameResult(truth: string, { value, link }: FieldValue): boolean {
  if (/^https?:/.test(truth)) return link !== undefined && address(link) === address(truth);
  const wanted = numbersIn(truth);
  const had = numbersIn(String(value));
  const decimals = Math.max(...wanted.map((one) => (String(one).split('.')[1] ?? '').length), 0);
  const near = (a: number, b: number | undefined) =>
    b !== undefined && Math.abs(a - b) < 0.6 * 10 ** -decimals;
  return (
    wanted.length > 0 &&
    wanted.length === had.length &&
    wanted.every((one, index) => near(one, had[index]) || near(one, (had[index] ?? NaN) * 100))
  );
}

/** All of the truth's results are there; of others at most as many: which rows of a comparison to copy is taste. */
function sameResults(truth: Truth, ours: readonly FieldValue[]): boolean {
  const wanted = entries(truth).map(([, value]) => value);
  const others = ours.filter((value) => !wanted.some((text) => sameResult(text, value)));
  return (
    wanted.every((text) => ours.some((value) => sameResult(text, value))) && others.length <= wanted.length
  );
}

const hyperName = (name: string) =>
  squeeze(name.replace(/\b(?:num(?:ber)?|train(?:ing)?|type|of)\b|_(?=batch)|num_|train_|_type/g, ''));

/** Each of the truth's is there by name and value; of others at most as many. */
function sameHyperParameters(truth: Truth, ours: readonly FieldValue[]): boolean {
  const wanted = entries(truth);
  const matches = ([name, text]: [string, string], { name: had = '', value }: FieldValue) => {
    const named = hyperName(had.replace(/ /g, '_')) === hyperName(name.replace(/ /g, '_'));
    const numbers = numbersIn(text);
    const same =
      numbers.length > 0
        ? numbersIn(String(value))[0] === numbers[0]
        : squeeze(String(value)).includes(squeeze(text));
    return named && same;
  };
  const others = ours.filter((value) => !wanted.some((one) => matches(one, value)));
  return wanted.every((one) => ours.some((value) => matches(one, value))) && others.length <= wanted.length;
}

/** The words that tell devices apart: those with a digit. */
function sameDevices(truth: Truth, ours: readonly FieldValue[]): boolean {
  const had = new Set(
    ours.flatMap(
      ({ value }) =>
        String(value)
          .toLowerCase()
          .match(/[a-z0-9-]+/g) ?? [],
    ),
  );
  return texts(truth).every((text) =>
    (text.toLowerCase().match(/[a-z0-9-]*\d[a-z0-9-]*/g) ?? []).every((word) => had.has(word)),
  );
}

/** The same passage: the truth's first words stand in ours, or in the lines that ours comes from or right above. */
function samePassage(truth: Truth, ours: readonly FieldValue[], lines: readonly string[]): boolean {
  return texts(truth).some((text) =>
    ours.some((value) => {
      if (/^https?:/.test(text)) return sameThing(text, value);
      const { startLine, endLine, section } = value.evidence;
      const around = squeeze(
        [section, String(value.value), ...lines.slice(Math.max(0, startLine - 4), endLine + 1)].join(' '),
      );
      return around.includes(squeeze(text.split(/\n|\.\.\./)[0] ?? '').slice(0, 40));
    }),
  );
}

function sameNumber(truth: Truth, ours: readonly FieldValue[]): boolean {
  const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };
  const match = /([\d.,]+)\s*([kmbt])?/i.exec(texts(truth)[0] ?? '');
  const wanted =
    Number((match?.[1] ?? '').replace(/,/g, '')) * (scales[(match?.[2] ?? '').toLowerCase()] ?? 1);
  return ours.some(({ value }) => value === wanted);
}

/** The truth's names and ours. */
export const comparisons: readonly Comparison[] = [
  { truth: 'model_type', ours: ['domain'], agrees: sameNames },
  { truth: 'model_tasks', ours: ['modelTask'], agrees: sameNames },
  { truth: 'frameworks', ours: ['frameworks', 'libraries'], agrees: sameNames },
  { truth: 'datasets', ours: ['datasets'], agrees: sameSet },
  { truth: 'license', ours: ['license'], agrees: sameLicense },
  { truth: 'github', ours: ['githubRepo'], agrees: sameRepository },
  { truth: 'paper', ours: ['paper'], agrees: sameSet },
  {
    truth: 'upstream_model',
    ours: ['baseModel'],
    agrees: (truth, ours) => texts(truth).every((text) => ours.some((value) => sameThing(text, value))),
  },
  { truth: 'parameter_count', ours: ['parameterCount'], agrees: sameNumber },
  { truth: 'hyper_parameters', ours: ['hyperParameters'], agrees: sameHyperParameters },
  { truth: 'evaluation', ours: ['evaluation'], agrees: sameResults },
  { truth: 'hardware', ours: ['hardware'], agrees: sameDevices },
  { truth: 'limitation_and_bias', ours: ['limitationAndBias'], agrees: samePassage },
  { truth: 'code_demo', ours: ['demo'], agrees: samePassage },
  { truth: 'input_format', ours: ['inputFormat'], agrees: samePassage },
  { truth: 'output_format', ours: ['outputFormat'], agrees: samePassage },
  { truth: 'input_preprocessing', ours: ['inputPreprocessing'], agrees: samePassage },
  { truth: 'input_size', ours: ['inputSize'], agrees: samePassage },
  { truth: 'max_length', ours: ['maxLength'], agrees: sameNumber },
  { truth: 'vocabulary_size', ours: ['vocabularySize'], agrees: sameNumber },
  { truth: 'sample_rate', ours: ['sampleRate'], agrees: sameNumber },
];

export interface Cell {
  readonly id: string;
  readonly field: string;
  readonly filled: boolean;
  readonly agrees: boolean;
  readonly truth: string;
  readonly ours: string;
}

/** Compares every cell that the truth of a card has. */
export function compare(
  id: string,
  text: string,
  card: Card,
  truth: Readonly<Record<string, Truth>>,
): Cell[] {
  const lines = text.split('\n');
  return comparisons.flatMap(({ truth: field, ours: fields, agrees }) => {
    const cell = truth[field];
    if (cell === undefined) return [];
    const ours = fields.flatMap((name) => card.fields[name]);
    const filled = texts(cell).length > 0;
    const right = filled ? ours.length > 0 && agrees(cell, ours, lines) : ours.length === 0;
    return [
      {
        id,
        field,
        filled,
        agrees: right,
        truth: JSON.stringify(cell),
        ours: JSON.stringify(ours.map(brief)),
      },
    ];
  });
}

function brief({ name, dataset, value, link }: FieldValue): string {
  return [name, dataset, value, link].filter((part) => part !== undefined).join(' | ');
}

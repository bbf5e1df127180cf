/** The model card of a CycloneDX component, in the shape of the 1.6 schema: a model's record, and what its card says. */
import type { CardFields, ModelRecord } from '../../db/record';
import { cardPairs, cardTexts } from '../cardTexts';
import { datasetRef } from './data';

interface Property {
  readonly name: string;
  readonly value: string;
}

export interface ModelCard {
  readonly modelParameters?: {
    readonly task?: string;
    readonly modelArchitecture?: string;
    readonly datasets?: readonly { readonly ref: string }[];
    readonly inputs?: readonly { readonly format: string }[];
    readonly outputs?: readonly { readonly format: string }[];
  };
  readonly quantitativeAnalysis?: {
    readonly performanceMetrics?: readonly { readonly type?: string; readonly value: string }[];
  };
  readonly considerations?: { readonly technicalLimitations?: readonly string[] };
  readonly properties?: readonly Property[];
}

/** What is known of a model; empty where nothing is. */
export function modelCard(record: ModelRecord | null, card: CardFields): ModelCard {
  const formats = (field: string) => cardTexts(card, field).map((format) => ({ format }));
  return filled({
    modelParameters: filled({
      task: record?.task ?? '',
      modelArchitecture: record?.architectures.join(', ') ?? '',
      datasets: [...new Set(record?.datasets)].map((id) => ({ ref: datasetRef(id) })),
      inputs: formats('inputFormat'),
      outputs: formats('outputFormat'),
    }),
    quantitativeAnalysis: filled({
      performanceMetrics: cardPairs(card, 'evaluation').map(({ key, value }) =>
        key === '' ? { value } : { type: key, value },
      ),
    }),
    considerations: filled({ technicalLimitations: cardTexts(card, 'limitationAndBias') }),
    properties: [...(record ? recordProperties(record) : []), ...cardProperties(card)],
  });
}

/** Facts that the schema has no field for, and where each group of facts is from. */
function recordProperties(record: ModelRecord): Property[] {
  const facts: [string, string | number | boolean | null][] = [
    ['parameters', record.parameters],
    ['library', record.library],
    ['gated', record.gated],
    ['downloads', record.downloads],
    ...record.languages.map((language): [string, string] => ['language', language]),
    ...record.papers.map((paper): [string, string] => ['arxiv', paper]),
    ...Object.entries(record.sources).map(([group, { name, date }]): [string, string] => [
      `source:${group}`,
      `${name}, ${date}`,
    ]),
  ];
  return facts.flatMap(([name, value]) =>
    value === null ? [] : [{ name: `ptm-lens:${name}`, value: String(value) }],
  );
}

/** Fields of a card that have their place above. */
const placed: ReadonlySet<string> = new Set([
  'inputFormat',
  'outputFormat',
  'evaluation',
  'limitationAndBias',
]);

/** The rest of the card, by the names of its fields. */
function cardProperties(card: CardFields): Property[] {
  const fields = Object.keys(card).filter((field) => !placed.has(field));
  return fields
    .sort()
    .flatMap((field) => cardTexts(card, field).map((value) => ({ name: `ptm-lens:card:${field}`, value })));
}

/** The fields that hold something: the schema knows no empty ones. */
function filled<T extends object>(fields: T): Partial<T> {
  const known = Object.entries(fields).filter(
    ([, value]: [string, object | string]) => Object.keys(value).length > 0,
  );
  return Object.fromEntries(known) as Partial<T>;
}

/**
 * What a model card says, field by field: the fields of PeaTMOSS's card schema and the task-specific ones of the paper.
 * Every value names the words of the card that it was read from; nothing is concluded from silence.
 */
import type { Message } from '../shared/message';

/** The fields of a card, in the order in which they are shown. */
export const fieldNames = [
  'domain',
  'modelTask',
  'frameworks',
  'libraries',
  'language',
  'license',
  'baseModel',
  'parameterCount',
  'datasets',
  'evaluation',
  'limitationAndBias',
  'paper',
  'githubRepo',
  'demo',
  'hyperParameters',
  'hardware',
  'hoursUsed',
  'cloudProvider',
  'computeRegion',
  'carbonEmitted',
  'grant',
  'inputFormat',
  'outputFormat',
  'inputPreprocessing',
  'inputSize',
  'maxLength',
  'vocabularySize',
  'sampleRate',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** How a value was found. `record` = given by the caller (the hub's tags, task, libraries), not read from the card. */
export type FieldSource =
  'front-matter' | 'section' | 'table' | 'list' | 'link' | 'text' | 'record' | 'language-model';

/** The place in the card that says so. */
export interface Evidence {
  /** The nearest heading above, '' before the first one and in the front matter. */
  readonly section: string;
  /** First line, from 0 as everywhere inside the program. */
  readonly startLine: number;
  /** Last line, inclusive. */
  readonly endLine: number;
  /** The card's own words, shortened at the end when long. Untrusted text: escape it like any other. */
  readonly quote: string;
}

/** One value of a field. */
export interface FieldValue {
  /** A number where the card gives one that can be normalised (`125M` is 125000000), else the card's words. */
  readonly value: string | number;
  /** Of a number: `parameters`, `g CO2eq`, `hours`, `Hz`, `tokens`, `px`. */
  readonly unit?: string;
  /** What the value is called: the hyper-parameter of its value, the metric of its result. */
  readonly name?: string;
  /** Of an evaluation: what it was measured on. */
  readonly dataset?: string;
  /** An `http(s)` address that goes with the value; other schemes are dropped. */
  readonly link?: string;
  readonly evidence: Evidence;
  readonly source: FieldSource;
}

export type CardFieldValues = Readonly<Record<FieldName, readonly FieldValue[]>>;

/** A card that was read. A field that the card does not give is an empty list. */
export interface Card {
  readonly fields: CardFieldValues;
  /** What could not be read, and why. */
  readonly problems: readonly Message[];
}

/** What is known of the model without its card: it fills what the card leaves open, as source `record`. */
export interface CardSubject {
  readonly id?: string;
  /** The hub's tags, as it gives them. */
  readonly tags?: readonly string[];
  /** The hub's task (`pipeline_tag`). */
  readonly task?: string;
  readonly libraries?: readonly string[];
}

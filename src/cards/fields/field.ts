/**
 * What a field is: where in a card to look for it, how to read what stands there, and when to believe it. The tables beside this
 * file have one entry a field; `extract.ts` runs them all alike.
 */
import type { CardSubject, Evidence, FieldName, FieldSource, FieldValue } from '../card';
import type { Block, CodeBlock, Section, TableBlock } from '../read/block';
import type { Link } from '../read/link';
import type { Labelled, Sentence } from '../read/sentences';
import type { YamlNode } from '../read/yamlTree';

/** A card after reading, before any field is looked for. */
export interface ReadCard {
  readonly front: YamlNode;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly labelled: readonly Labelled[];
  readonly tables: readonly TableBlock[];
  readonly code: readonly CodeBlock[];
  /** All sentences in lower case: what is not in here need not be looked for in each of them. */
  readonly lower: string;
  readonly subject: CardSubject;
}

/** A value without its evidence: what a reader makes of a piece of the card. */
export type Reading = Omit<FieldValue, 'evidence' | 'source'>;

/** Where a piece of the card stands. */
export interface Spot {
  readonly section: Section | null;
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** Looks for values in one kind of place; the tables are made of these. */
export type Look = (card: ReadCard) => readonly FieldValue[];

/** One field. */
export interface Field {
  readonly name: FieldName;
  /** Places to look, the most trustworthy first. */
  readonly looks: readonly Look[];
  /** `first`: the first place that says something counts alone; `all`: later places add to it. */
  readonly take: 'first' | 'all';
  /** More values than these are left out. */
  readonly most: number;
}

/** Quotes are cut here. */
const longestQuote = 300;

/** A value with its evidence. */
export function found(
  reading: Reading,
  { section, startLine, endLine, text }: Spot,
  source: FieldSource,
): FieldValue {
  const evidence: Evidence = { section: section?.title ?? '', startLine, endLine, quote: quoteOf(text) };
  return { ...reading, evidence, source };
}

function quoteOf(text: string): string {
  const line = oneLine(text);
  return line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
}

/** Text without line breaks; most has nothing to replace. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** A place in the front matter. */
export function frontSpot(node: YamlNode, text: string): Spot {
  return { section: null, startLine: node.startLine, endLine: node.endLine, text };
}

/** `label: value` lines whose label matches. */
export function labels(pattern: RegExp, read: (line: Labelled) => Reading | readonly Reading[] | null): Look {
  return ({ labelled }) =>
    labelled
      .filter(({ label, text }) => pattern.test(label) && !isPlaceholder(text))
      .flatMap((line) =>
        many(read(line)).map((reading) => found(reading, { ...line, text: line.line }, line.from)),
      );
}

/**
 * Sentences that match.
 * @param needles words in lower case of which each match has one: a card without them is not looked through
 * @param sections under which headings, when it matters
 */
export function sentences(
  needles: readonly string[],
  pattern: RegExp,
  read: (match: RegExpExecArray, sentence: Sentence) => Reading | readonly Reading[] | null,
  sections?: RegExp,
): Look {
  return (card) => {
    const here = present(card.lower, needles);
    if (here.length === 0) return [];
    return card.sentences.flatMap((sentence) => {
      if (!hasAny(sentence.lower, here) || (sections && !isUnder(sentence.section, sections))) return [];
      const match = pattern.exec(sentence.text);
      return match ? many(read(match, sentence)).map((reading) => found(reading, sentence, 'text')) : [];
    });
  };
}

/** The needles that a text in lower case holds. */
export function present(lower: string, needles: readonly string[]): readonly string[] {
  return needles.filter((needle) => lower.includes(needle));
}

/** Whether a text in lower case holds one of the needles. */
export function hasAny(lower: string, needles: readonly string[]): boolean {
  return needles.some((needle) => lower.includes(needle));
}

/** Links that match, in sentences and tables. */
export function links(read: (link: Link, sentence: Sentence) => Reading | readonly Reading[] | null): Look {
  return (card) =>
    card.sentences.flatMap((sentence) =>
      sentence.links.flatMap((link) =>
        many(read(link, sentence)).map((reading) => found(reading, sentence, 'link')),
      ),
    );
}

/** Scalars at keys of the front matter. */
export function front(
  keys: readonly string[],
  read: (text: string) => Reading | readonly Reading[] | null,
): Look {
  return (card) =>
    card.front.pairs
      .filter(([key]) => keys.includes(key))
      .flatMap(([key, node]) =>
        leaves(node).flatMap(({ text, node: leaf }) =>
          many(read(text)).map((reading) =>
            found(reading, frontSpot(leaf, `${key}: ${text}`), 'front-matter'),
          ),
        ),
      );
}

/** What the caller knows of the model. */
export function given(read: (subject: CardSubject) => readonly Reading[]): Look {
  return ({ subject }) =>
    read(subject).map((reading) =>
      found(reading, { section: null, startLine: 0, endLine: 0, text: '' }, 'record'),
    );
}

function leaves(node: YamlNode): { readonly text: string; readonly node: YamlNode }[] {
  if (node.text !== null) return isPlaceholder(node.text) ? [] : [{ text: node.text, node }];
  return node.items.flatMap(leaves);
}

function many(readings: Reading | readonly Reading[] | null): readonly Reading[] {
  if (readings === null) return [];
  return Array.isArray(readings) ? (readings as readonly Reading[]) : [readings as Reading];
}

/** Whether one of the headings above matches. */
export function isUnder({ path }: Section, pattern: RegExp): boolean {
  return path.some((title) => pattern.test(title));
}

/** What templates leave behind where the author wrote nothing. */
export function isPlaceholder(text: string): boolean {
  return /^[\s[\](){}*_.:-]*(?:more information (?:is )?needed|todo|tbd|tba|n\/?a|none|null|unknown|\?+|optional|needs? more information)?[\s[\](){}*_.:-]*$/i.test(
    text,
  );
}

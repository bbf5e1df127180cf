import type { Message } from '../shared/message';
import { message } from '../shared/message';
import { type Card, type CardSubject, type FieldName, type FieldValue, fieldNames } from './card';
import { allFields } from './fields/all';
import type { Field, ReadCard } from './fields/field';
import type { Block } from './read/block';
import { languageProblem } from './read/language';
import { tameLines } from './read/lines';
import { MarkdownReader } from './read/markdown';
import { labelledOf, sentencesOf } from './read/sentences';
import { readFrontMatter } from './read/yamlTree';

const markdown = new MarkdownReader();

/**
 * Reads a model card's text, without a network and without a language model. Never throws: what cannot be read is left out and said
 * in `problems`. Texts in the answer are the author's: escape them before they are shown.
 */
export function extractCard(text: string, subject: CardSubject = {}): Card {
  const { lines, problems } = tameLines(text);
  const front = readFrontMatter(lines);
  const all: Message[] = [...problems, ...front.problems];
  const blocks = readBlocks(lines, front.bodyLine, all);
  const sentences = sentencesOf(blocks);
  const unread = languageProblem(sentences);
  if (unread) all.push(unread);
  const card: ReadCard = {
    front: front.root,
    blocks,
    sentences,
    labelled: labelledOf(blocks),
    tables: blocks.filter((block) => block.kind === 'table'),
    code: blocks.filter((block) => block.kind === 'code'),
    lower: sentences.map(({ lower }) => lower).join('\n'),
    subject,
  };
  const fields = noFields();
  for (const field of allFields) fields[field.name] = valuesOf(field, card);
  return { fields, problems: all };
}

function noFields(): Record<FieldName, readonly FieldValue[]> {
  return Object.fromEntries(fieldNames.map((name) => [name, []])) as unknown as Record<
    FieldName,
    readonly FieldValue[]
  >;
}

function readBlocks(lines: readonly string[], from: number, problems: Message[]): Block[] {
  try {
    return markdown.read(lines, from);
  } catch {
    problems.push(message('The text of the card could not be read as Markdown'));
    return [];
  }
}

/** Runs the looks of one field. */
function valuesOf({ looks, take, most }: Field, card: ReadCard): FieldValue[] {
  const kept = new Map<string, FieldValue>();
  for (const look of looks) {
    for (const value of look(card)) {
      const key = identity(value);
      if (!kept.has(key)) kept.set(key, value);
      if (kept.size >= most) return [...kept.values()];
    }
    if (take === 'first' && kept.size > 0) break;
  }
  return [...kept.values()];
}

/** The same thing said twice: same name, data and value, or the same address. */
function identity({ name, dataset, value, link }: FieldValue): string {
  if (link && name === undefined)
    return link
      .replace(/[/#?]+$/, '')
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .toLowerCase();
  return [name ?? '', dataset ?? '', value].join('\n').toLowerCase();
}

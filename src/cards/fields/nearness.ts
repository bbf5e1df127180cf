/** Which of several names in a table is the model's own. */
import type { Span, TableBlock } from '../read/block';
import type { ReadCard } from './field';

const wordsOf = (name: string): string[] => name.toLowerCase().match(/\p{L}+\d*(?:\.[1-9]\d*)?|\d+/gu) ?? [];

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Words that many names have: alone they name a family. */
const families =
  /^(?:m?bert|roberta|gpt\d?|m?t5|bart|albert|electra|xlnet|xlmr?|deberta|distilbert|vit|wav2vec2?|base|large|small|model|cased|uncased|v\d+)$/;

/** Names of data are words of a model's name as well; these are made from a family's name. */
const madeFromFamily = /bert|bart|gpt|t5|electra|former|llama|mistral|falcon|xl|vec|lm$/;

/** Which of the cells name the model best, by its id, else by the card's title; none when none does. */
export function nearest(cells: readonly (Span | undefined)[], card: ReadCard): number[] {
  const byId = best(cells, new Set(wordsOf(lastPart(card.subject.id ?? ''))));
  return byId.length > 0 ? byId : best(cells, titleOf(card));
}

function best(cells: readonly (Span | undefined)[], name: ReadonlySet<string>): number[] {
  const scores = cells.map((cell) => (cell ? nearness(cell.text, name) : 0));
  const most = Math.max(...scores, 0);
  if (most > 0) return scores.flatMap((score, index) => (score === most ? [index] : []));
  const alone = cells.flatMap((cell, index) => (cell && isSoleWord(cell.text, name) ? [index] : []));
  return alone.length === 1 ? alone : [];
}

/** The one word that sets a name apart: `ParsBERT` of `bert-base-parsbert-uncased`. */
function isSoleWord(text: string, name: ReadonlySet<string>): boolean {
  const [word = '', ...more] = wordsOf(text);
  return more.length === 0 && name.has(word) && madeFromFamily.test(word) && !families.test(word);
}

/** Longer titles are sentences: they have words of anything. */
const longestTitle = 8;

function titleOf({ blocks }: ReadCard): ReadonlySet<string> {
  const title = blocks.find(({ kind }) => kind === 'heading')?.section.title ?? '';
  const words = wordsOf(title.replace(/[()]/g, ' '));
  return new Set(words.length > longestTitle ? [] : words);
}

/** The row of a table of sizes that alone is about this model: `base` of `whisper-base`. */
export function soleRow({ rows }: TableBlock, { subject: { id = '' } }: ReadCard): number | null {
  const name = new Set(wordsOf(lastPart(id)));
  const known = rows.map(({ cells: [first] }) => {
    const words = wordsOf(first?.text ?? '');
    return words.every((word) => name.has(word)) ? words.length : 0;
  });
  const best = Math.max(...known, 0);
  const index = known.indexOf(best);
  return best > 0 && known.lastIndexOf(best) === index ? index : null;
}

/**
 * How many words of the model's name a cell has; none when it has others too: `DeiT-base` speaks of `deit-base-patch16-224`,
 * `DeiT-base distilled` does not. Two words are wanted, or all there are: one alone is a family.
 */
function nearness(text: string, name: ReadonlySet<string>): number {
  if (/\b(?:ours?|this model)\b/i.test(text)) return Infinity;
  const words = wordsOf(text.replace(/^.*\/|\s*\([^()]*\)/g, ''));
  return words.length > 0 && words.length >= Math.min(2, name.size) && words.every((word) => name.has(word))
    ? words.length
    : 0;
}

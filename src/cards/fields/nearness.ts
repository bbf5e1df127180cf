/** Which of several names in a table is the model's own. */
import type { Span, TableBlock } from '../read/block';
import type { ReadCard } from './field';

const wordsOf = (name: string): string[] => name.toLowerCase().match(/\p{L}+\d*(?:\.\d+)?|\d+/gu) ?? [];

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Which of the cells name the model best; none when none does. */
export function nearest(cells: readonly (Span | undefined)[], { subject: { id = '' } }: ReadCard): number[] {
  const name = new Set(wordsOf(lastPart(id)));
  const scores = cells.map((cell) => (cell ? nearness(cell.text, name) : 0));
  const best = Math.max(...scores, 0);
  return best === 0 ? [] : scores.flatMap((score, index) => (score === best ? [index] : []));
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
  return words.length >= Math.min(2, name.size) && words.every((word) => name.has(word)) ? words.length : 0;
}

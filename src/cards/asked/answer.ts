/** What a language model answered, checked: the shape by a schema, every value against the card itself. */
import * as z from 'zod/mini';
import { failure, ok, type Result } from '../../shared/result';
import { message } from '../../shared/message';
import { type FieldName, type FieldValue, fieldNames } from '../card';
import { webAddress } from '../read/link';
import { plainDigits, scaledNumber } from '../read/numbers';

const text = z.string().check(z.maxLength(2_000));
const someText = text.check(z.minLength(1));

const answerSchema = z.object({
  values: z
    .array(
      z.object({
        field: z.enum(fieldNames),
        value: z.union([someText, z.number()]),
        name: z.nullish(text),
        dataset: z.nullish(text),
        link: z.nullish(text),
        quote: someText,
      }),
    )
    .check(z.maxLength(500)),
});

type Answered = z.infer<typeof answerSchema>['values'][number];

/** Reads an answer: JSON, also inside a fence or between sentences. Says what is wrong with it, for the next try. */
export function readAnswer(reply: string): Result<readonly Answered[]> {
  const start = reply.indexOf('{');
  const end = reply.lastIndexOf('}');
  if (start < 0 || end < start) return failure(message('the answer holds no JSON'));
  try {
    const parsed = answerSchema.safeParse(JSON.parse(reply.slice(start, end + 1)));
    if (parsed.success) return ok(parsed.data.values);
    const [issue] = parsed.error.issues;
    return failure(
      message('the answer has another shape at {0}: {1}', issue?.path.join('.') ?? '', issue?.message ?? ''),
    );
  } catch {
    return failure(message('the answer is no valid JSON'));
  }
}

/** Values that the card bears out, and how many it does not. */
export interface Verified {
  readonly values: ReadonlyMap<FieldName, readonly FieldValue[]>;
  readonly refused: number;
}

/**
 * Keeps a value only when its quote stands in the card word for word and holds the value: nothing is invented, and an instruction
 * hidden in a card can at most make the card's own words appear.
 */
export function verify(answered: readonly Answered[], card: string): Verified {
  const index = new CardIndex(card);
  const values = new Map<FieldName, FieldValue[]>();
  let refused = 0;
  for (const one of answered) {
    const place = index.find(one.quote);
    if (!place || !holds(one.quote, one.value)) refused++;
    else values.set(one.field, [...(values.get(one.field) ?? []), valueOf(one, place, card)]);
  }
  return { values, refused };
}

function valueOf({ value, name, dataset, link, quote }: Answered, place: Lines, card: string): FieldValue {
  // What stands around the value is kept only as far as the card says it too.
  const said = (words: string | null | undefined) =>
    words && squeeze(card).includes(squeeze(words)) ? words : undefined;
  const [called, data] = [said(name), said(dataset)];
  const address = link && card.includes(link.trim()) ? webAddress(link) : null;
  return {
    value,
    ...(called ? { name: called } : {}),
    ...(data ? { dataset: data } : {}),
    ...(address ? { link: address } : {}),
    evidence: { section: '', ...place, quote: quote.replace(/\s+/g, ' ').trim().slice(0, 300) },
    source: 'language-model',
  };
}

function holds(quote: string, value: string | number): boolean {
  if (typeof value === 'string') return squeeze(quote).includes(squeeze(value)) && squeeze(value) !== '';
  const numbers =
    quote.match(/\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?\s*-?(?:[kmbt]\b|thousand|million|billion|trillion)?/gi) ??
    [];
  return numbers.some(
    (one) => scaledNumber(one) === value || plainDigits(one.trim()) === value || Number(one) === value,
  );
}

function squeeze(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim();
}

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

/** Finds quotes whatever their white space: cards wrap lines, models unwrap them. */
class CardIndex {
  private readonly squeezed: string;
  private readonly offsets: number[] = [];

  constructor(private readonly card: string) {
    let out = '';
    for (let index = 0; index < card.length; index++) {
      const character = card[index] ?? '';
      const isSpace = /\s/.test(character);
      if (isSpace && (out === '' || out.endsWith(' '))) continue;
      out += isSpace ? ' ' : character;
      this.offsets.push(index);
    }
    this.squeezed = out;
  }

  find(quote: string): Lines | null {
    const wanted = quote.replace(/\s+/g, ' ').trim();
    const at = wanted === '' ? -1 : this.squeezed.indexOf(wanted);
    if (at < 0) return null;
    return { startLine: this.line(at), endLine: this.line(at + wanted.length - 1) };
  }

  private line(at: number): number {
    return this.card.slice(0, this.offsets[at] ?? 0).split('\n').length - 1;
  }
}

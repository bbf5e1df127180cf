import type { Source } from '../record';

/** Longer than any name of a licence, link or tag that means something; hostile rows hold megabytes. */
const longestText = 500;

/** Characters that would break a line or a terminal. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as it is kept: without control characters, cut at a length that nothing honest has. */
export function cleanText(value: string, longest = longestText): string {
  // Cut first: a pattern over a megabyte is what the sender hopes for.
  return value
    .slice(0, longest * 2)
    .replace(controls, ' ')
    .trim()
    .slice(0, longest);
}

/** The texts of a catalogue, each under one number from 1, in the order in which they came. */
export class Texts {
  private readonly numbers = new Map<string, number>();
  private readonly sourceNumbers = new Map<string, number>();
  private readonly seenSources = new WeakMap<Source, number>();
  private readonly sources: string[] = [];

  /** 0 for nothing. */
  number(value: string | null | undefined): number {
    if (!value) return 0;
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const clean = cleanText(value);
    if (clean === '') return 0;
    const number = this.numbers.get(clean) ?? this.numbers.size + 1;
    this.numbers.set(clean, number);
    return number;
  }

  /** The texts by their numbers less one. Made anew by every call. */
  all(): string[] {
    return [...this.numbers.keys()];
  }

  /** The number of a source, `name|date`. */
  sourceNumber(source: Source): number {
    const seen = this.seenSources.get(source);
    if (seen !== undefined) return seen;
    const number = this.newSource(source);
    this.seenSources.set(source, number);
    return number;
  }

  private newSource({ name, date }: Source): number {
    const text = `${cleanText(name).replace('|', ' ')}|${cleanText(date)}`;
    const known = this.sourceNumbers.get(text);
    if (known !== undefined) return known;
    this.sources.push(text);
    this.sourceNumbers.set(text, this.sources.length);
    return this.sources.length;
  }

  /** A source's `name|date`. */
  source(number: number): string {
    return this.sources[number - 1] ?? '';
  }

  /** The number of lines kept as one text. They are made here, so nothing is cleaned from them. */
  lines(lines: readonly string[]): number {
    const text = lines.join('\n');
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    return number;
  }

  /** Texts and their numbers, in the order of the numbers. */
  entries(): IterableIterator<[string, number]> {
    return this.numbers.entries();
  }

  get size(): number {
    return this.numbers.size;
  }
}

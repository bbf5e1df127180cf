import type { ShellCommand, Word } from './words';

/** A text that a word may be, and where its characters stand if one piece of the source holds them all. */
export interface ShellText {
  readonly text: string;
  readonly start: number | null;
  readonly end: number;
}

/** What a word may be: several texts for a loop's variable; none with the name of what fills it in. */
export type Expansion = { readonly texts: readonly ShellText[] } | { readonly unknown: string | null };

const assignment = /^([A-Za-z_]\w*)=/;
const most = 16;

/** The variables of a script, as they stand when its commands are read one after the other. */
export class ShellVariables {
  private readonly values = new Map<string, Expansion>();

  /** @param outer what a name is that the script does not set; null where that is nothing */
  constructor(private readonly outer: (name: string) => Expansion | null = () => null) {}

  /** Takes note of `NAME=value`, `export NAME=value` and `for NAME in …`. */
  note({ words }: ShellCommand): void {
    const [first, second, third] = words.map((word) => this.literal(word));
    if (first === 'for' && second !== undefined && third === 'in') {
      this.values.set(second, this.all(words.slice(3)));
      return;
    }
    for (const word of words) {
      const literal = word.segments[0];
      const name = literal?.kind === 'text' ? assignment.exec(literal.text)?.[1] : undefined;
      if (name !== undefined) this.values.set(name, this.expand(withoutName(word, name)));
      else if (!declarations.has(this.literal(word) ?? '')) return;
    }
  }

  /** Sets a variable from outside of the script (`ENV` and `ARG` of a Dockerfile). */
  set(name: string, value: Word | null): void {
    this.values.set(name, value ? this.expand(value) : { unknown: name });
  }

  /** Sets a variable that may be each of several words. */
  setAll(name: string, words: readonly Word[]): void {
    this.values.set(name, this.all(words));
  }

  /** All that a word may be. */
  expand({ segments }: Word): Expansion {
    let texts: ShellText[] = [{ text: '', start: null, end: 0 }];
    for (const segment of segments) {
      const piece = this.piece(segment);
      if ('unknown' in piece) return piece;
      texts = texts.flatMap((head) => piece.texts.map((tail) => joined(head, tail, segments.length === 1)));
      if (texts.length > most) return { unknown: null };
    }
    return { texts };
  }

  /** The text of a word that is written out, else undefined. */
  literal(word: Word | undefined): string | undefined {
    const expansion = word && this.expand(word);
    return expansion && 'texts' in expansion && expansion.texts.length === 1
      ? expansion.texts[0]?.text
      : undefined;
  }

  /** What a variable holds; null when nothing is known of it. */
  valueOf(name: string): Expansion | null {
    return this.values.get(name) ?? this.outer(name);
  }

  private piece(segment: Word['segments'][number]): Expansion {
    if (segment.kind === 'text') return { texts: [segment] };
    if (segment.kind === 'command') return { unknown: null };
    const { name, fallback } = segment;
    const known = this.valueOf(name);
    if (known && 'texts' in known) return known;
    if (fallback !== null && fallback !== '') return { texts: [{ text: fallback, start: null, end: 0 }] };
    return known ?? { unknown: name };
  }

  private all(words: readonly Word[]): Expansion {
    const expansions = words.map((word) => this.expand(word));
    const unknown = expansions.find((expansion) => 'unknown' in expansion);
    if (unknown) return unknown;
    return { texts: expansions.flatMap((expansion) => ('texts' in expansion ? expansion.texts : [])) };
  }
}

const declarations = new Set(['export', 'local', 'readonly', 'declare']);

function withoutName(word: Word, name: string): Word {
  const [first, ...rest] = word.segments;
  if (first?.kind !== 'text') return word;
  const cut = name.length + 1;
  const value = { ...first, text: first.text.slice(cut), start: first.start + cut };
  return { ...word, segments: value.text === '' ? rest : [value, ...rest] };
}

function joined(head: ShellText, tail: ShellText, whole: boolean): ShellText {
  if (whole) return tail;
  return { text: head.text + tail.text, start: null, end: 0 };
}

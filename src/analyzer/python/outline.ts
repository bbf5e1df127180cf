import { wordsIn } from '../words';

/**
 * What can be told of a text without parsing it: where its comments and strings are, and which stretches are bodies of
 * functions. Parsing is the dear part of an analysis; most bodies hold no name that matters and are never parsed.
 */

/** The body of a function, methods included, that is not inside another function. */
export interface BodyRange {
  /** Start of the line with the first statement. */
  readonly start: number;
  /** Behind the last character of the last statement's line. */
  readonly end: number;
  /** Where the first statement begins. */
  readonly first: number;
  /** Columns before the `def`. */
  readonly indent: number;
}

export interface Outline {
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  /** No string of several lines is without an end. If one is, only a parser can tell what is what. */
  readonly whole: boolean;
  /** Empty when the text is not whole. */
  readonly bodies: readonly BodyRange[];
  /** Starts of the lines at which a statement that is not indented begins, with its decorators. */
  readonly statements: readonly number[];
  /** No bracket or string is open at the end of the text, or what is behind shows that it goes no further. */
  readonly endsHere: boolean;
  /** Nothing before or behind the text could be part of its first or last statement. */
  readonly selfContained: boolean;
  /** The text with comments and strings made blank, f-strings left as they are: same length, same lines. */
  readonly code: string;
  /** The words of the code, found when they are first asked for. */
  words(): ReadonlySet<string>;
}

/** A body shorter than this is not worth leaving out. */
export const shortest = 120;

/** What a text is read by: quotes, comments, brackets, escapes, line breaks. */
const isSign = Uint8Array.from({ length: 128 }, (_, code) =>
  `"'#()[]{}\\\n\r`.includes(String.fromCharCode(code)) ? 1 : 0,
);
const definition = /[ \t]*(?:async[ \t]+)?def\b/y;
/** What goes on with the statement before it. */
const clause = /^(?:else|elif|except|finally)\b/;
const blank = /[^\r\n]+/g;
/** What begins a statement and stands in no expression: a bracket that is open there was never closed. */
const statementStart =
  /[ \t]*(?:def|async[ \t]+def|class|import|return|raise|while|with|try|except|finally|elif|pass|break|continue|global|nonlocal|del|assert)\b/y;
/** Blank lines and comments. */
const noCode = /(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*/y;

/**
 * Outlines a text. Bodies of fewer than `least` characters are not told.
 * @param behind what comes after the text
 */
export function outline(text: string, least = shortest, behind = ''): Outline {
  return new Outliner(text, least, behind).read();
}

/** A body whose end has not been met. */
interface OpenBlock {
  readonly indent: number;
  start: number;
  first: number;
  end: number;
  /** Columns before the first statement. */
  inner: number;
  /** A later line stands further to the left than the first: whose it is, only a parser can tell. */
  isRagged: boolean;
}

/** The words of several texts' code. */
export function wordsOf(outlines: readonly Outline[]): ReadonlySet<string> {
  const [only, ...others] = outlines;
  if (only && others.length === 0) return only.words();
  return new Set(outlines.flatMap((each) => [...each.words()]));
}

class Outliner {
  private readonly comments: { start: number; end: number }[] = [];
  private readonly bodies: BodyRange[] = [];
  private readonly pieces: string[] = [];
  private copied = 0;
  private depth = 0;
  private matched = true;
  /** Start of the logical line that is being read. */
  private lineStart = 0;
  /** Where its code ends, before a comment. */
  private codeEnd = -1;
  private open: OpenBlock | null = null;
  private readonly statements: number[] = [];
  /** The line before was a decorator. */
  private decorated = false;
  private selfContained = true;

  constructor(
    private readonly text: string,
    private readonly least: number,
    private readonly behind: string,
  ) {}

  read(): Outline {
    const { text } = this;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      at = code < 128 && isSign[code] === 1 ? this.sign(at, text.charAt(at)) : at + 1;
    }
    this.endLine(text.length);
    this.close();
    this.pieces.push(text.slice(this.copied));
    const { comments, statements, matched: whole } = this;
    const endsHere = whole && (this.depth === 0 || this.isBrokenOffBehind());
    const code = this.pieces.join('');
    let words: ReadonlySet<string> | null = null;
    return {
      comments,
      whole,
      bodies: whole ? this.bodies : [],
      statements,
      endsHere,
      selfContained: endsHere && this.selfContained && !this.decorated,
      code,
      words: () => (words ??= wordsIn(code)),
    };
  }

  /** Reads what begins with a sign; answers where to go on. */
  private sign(at: number, sign: string): number {
    if (sign === '\n' || sign === '\r') this.lineBreak(at);
    else if (sign === '#') return this.comment(at);
    else if (sign === '\\') return this.continuation(at);
    else if (sign === '"' || sign === "'") return this.string(at, this.quoteAt(at, sign));
    else this.bracket(sign);
    return at + 1;
  }

  private quoteAt(at: number, sign: string): string {
    const long = sign.repeat(3);
    return this.text.startsWith(long, at) ? long : sign;
  }

  private bracket(sign: string): void {
    if (sign === '(' || sign === '[' || sign === '{') this.depth++;
    else if (this.depth > 0) this.depth--;
  }

  /** Whether an open bracket goes no further than the text. */
  private isBrokenOffBehind(): boolean {
    noCode.lastIndex = 0;
    noCode.test(this.behind);
    statementStart.lastIndex = noCode.lastIndex;
    return statementStart.test(this.behind);
  }

  private comment(at: number): number {
    const end = this.endOfLine(at);
    this.comments.push({ start: at, end });
    this.blank(at, end);
    if (this.codeEnd < 0) this.codeEnd = at;
    return end;
  }

  /** A backslash takes the next character, or a line break, with it. */
  private continuation(at: number): number {
    const next = this.text.startsWith('\r\n', at + 1) ? at + 3 : at + 2;
    if (next >= this.text.length) this.selfContained = false;
    return next;
  }

  private string(at: number, quote: string): number {
    const prefix = /[A-Za-z]{0,2}$/.exec(this.text.slice(Math.max(at - 2, 0), at))?.[0] ?? '';
    const end = quote.length === 3 ? this.longEnd(at, quote) : this.shortEnd(at, quote);
    // Where a string has no end on its line, it may be that it has no beginning: names may stand in it.
    if (!/[fFtT]/.test(prefix) && this.text.startsWith(quote, end - quote.length)) this.blank(at, end);
    return end;
  }

  private longEnd(at: number, quote: string): number {
    let from = at + 3;
    for (;;) {
      const end = this.text.indexOf(quote, from);
      if (end < 0) {
        this.matched = false;
        return this.text.length;
      }
      if (!this.isEscaped(end, at + 3)) return end + 3;
      from = end + 1;
    }
  }

  private shortEnd(at: number, quote: string): number {
    for (let i = at + 1; i < this.text.length; i++) {
      const sign = this.text.charCodeAt(i);
      if (sign === 92) {
        if (this.text.startsWith('\r\n', i + 1)) i++;
        i++;
      } else if (sign === 10 || sign === 13) return i;
      else if (this.text.charAt(i) === quote) return i + 1;
    }
    return this.text.length;
  }

  private isEscaped(at: number, from: number): boolean {
    let slashes = 0;
    while (at - slashes - 1 >= from && this.text.charAt(at - slashes - 1) === '\\') slashes++;
    return slashes % 2 === 1;
  }

  private endOfLine(at: number): number {
    const line = /[\r\n]/g;
    line.lastIndex = at;
    return line.exec(this.text)?.index ?? this.text.length;
  }

  private blank(start: number, end: number): void {
    this.pieces.push(
      this.text.slice(this.copied, start),
      this.text.slice(start, end).replace(blank, (line) => ' '.repeat(line.length)),
    );
    this.copied = end;
  }

  private lineBreak(at: number): void {
    statementStart.lastIndex = at + 1;
    if (this.depth > 0 && !statementStart.test(this.text)) {
      this.codeEnd = -1;
      return;
    }
    this.depth = 0;
    this.endLine(at);
    this.lineStart = at + 1;
    this.codeEnd = -1;
  }

  /** A logical line is whole: it may end a body, go on with it, or begin one. */
  private endLine(end: number): void {
    const code = this.text.slice(this.lineStart, this.codeEnd < 0 ? end : this.codeEnd).trimEnd();
    const content = code.trimStart();
    if (content === '') return;
    const indent = indentOf(code.slice(0, code.length - content.length));
    this.statement(indent, content);
    if (this.open && indent > this.open.indent) {
      if (this.open.first < 0) {
        this.open.start = this.lineStart;
        this.open.first = this.lineStart + code.length - content.length;
        this.open.inner = indent;
      }
      if (indent < this.open.inner) this.open.isRagged = true;
      this.open.end = end;
      return;
    }
    this.close();
    definition.lastIndex = this.lineStart;
    if (code.endsWith(':') && definition.test(this.text))
      this.open = { indent, start: -1, first: -1, end: -1, inner: 0, isRagged: false };
  }

  private statement(indent: number, content: string): void {
    const begins = indent === 0 && !clause.test(content);
    if (begins && !this.decorated) this.statements.push(this.lineStart);
    if (!begins && this.statements.length === 0) this.selfContained = false;
    this.decorated = content.startsWith('@') && (begins || this.decorated);
  }

  private close(): void {
    const { open } = this;
    if (open && !open.isRagged && open.first >= 0 && open.end - open.start >= this.least) {
      const { start, end, first, indent } = open;
      this.bodies.push({ start, end, first, indent });
    }
    this.open = null;
  }
}

/** Columns of white space; a tab goes to the next multiple of eight, as Python counts. */
function indentOf(space: string): number {
  let column = 0;
  for (const sign of space)
    column = sign === '\t' ? (Math.floor(column / 8) + 1) * 8 : sign === '\f' ? 0 : column + 1;
  return column;
}

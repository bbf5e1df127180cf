/** What the current token is. */
export type TokenKind =
  'name' | 'keyword' | 'integer' | 'float' | 'string' | 'sign' | 'newline' | 'indent' | 'dedent' | 'end';

/** Thrown where a text is not what this parser knows; made once, since a stack would be dear and says nothing. */
export const unclear = new Error('not for this parser');

const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const long = new Set(['**=', '//=', '>>=', '<<=', '...']);
const double = new Set('** // >> << == != <= >= -> := += -= *= /= %= &= |= ^= @='.split(' '));
const number =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;
const float = /^(?!0[xX]).*[.eE]/;
const prefix = /^(?:[rRbBuUfF]|[rR][bBfF]|[bBfF][rR])$/;

const isWordCode = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Cuts Python into tokens, one at a time. What it does not know ends in `unclear`, never in a wrong token. */
export class Lexer {
  kind: TokenKind = 'newline';
  start = 0;
  end = 0;
  /** The text of a sign or keyword; a name's and a number's is asked for with `textOf`. */
  sign = '';
  /** Where the token before ended. */
  before = 0;
  /** Brackets that are open: in them line breaks mean nothing. */
  depth = 0;
  private readonly indents = [0];
  /** Dedents that are still to be told. */
  private dedents = 0;
  private atLineStart = true;

  constructor(readonly text: string) {}

  /** Goes on to the next token. */
  next(): void {
    this.before = this.end;
    if (this.dedents > 0) {
      this.dedents--;
      this.kind = 'dedent';
      return;
    }
    if (this.atLineStart && this.depth === 0 && this.indentation()) return;
    this.skipBlank();
    const code = this.text.charCodeAt(this.start);
    if (Number.isNaN(code)) this.atEnd();
    else if (code === 10 || code === 13) this.lineBreak(code);
    else if (code >= 128) throw unclear;
    else if (code >= 48 && code <= 57) this.number();
    else if (isWordCode[code]) this.word(code);
    else if (code === 34 || code === 39) this.token('string', this.start);
    else this.punctuation(code);
  }

  /** Goes on behind what was read by hand, such as the inside of a string. */
  resume(at: number): void {
    this.end = at;
    this.next();
  }

  textOf(): string {
    return this.text.slice(this.start, this.end);
  }

  is(sign: string): boolean {
    return this.sign === sign;
  }

  private token(kind: TokenKind, end: number, sign = ''): void {
    this.kind = kind;
    this.end = end;
    this.sign = sign;
  }

  /** Moves `start` over spaces, comments, joined lines, and line breaks in brackets. */
  private skipBlank(): void {
    const { text } = this;
    let at = this.end;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 9 || code === 12) at++;
      else if ((code === 10 || code === 13) && this.depth > 0) at++;
      else if (code === 35) at = lineEnd(text, at);
      else if (code === 92) at = joined(text, at);
      else break;
    }
    this.start = at;
  }

  /** At the start of a line: passes blank lines, and tells whether the line begins deeper or less deep. */
  private indentation(): boolean {
    const { text } = this;
    let at = this.end;
    let column = 0;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32) column++;
      else if (code === 9) column += 8;
      else if (code === 12) column = 0;
      else if (code === 10 || code === 13) column = 0;
      else if (code === 35) at = lineEnd(text, at) - 1;
      else break;
      at++;
    }
    this.atLineStart = false;
    this.end = at;
    // Behind the last line all blocks end.
    return this.indentedBy(Number.isNaN(text.charCodeAt(at)) ? 0 : column);
  }

  private indentedBy(column: number): boolean {
    const { indents } = this;
    const current = indents.at(-1) ?? 0;
    if (column === current) return false;
    if (column > current) {
      indents.push(column);
      this.kind = 'indent';
      this.sign = '';
      return true;
    }
    while ((indents.at(-1) ?? 0) > column) {
      indents.pop();
      this.dedents++;
    }
    if (indents.at(-1) !== column) throw unclear;
    this.dedents--;
    this.kind = 'dedent';
    this.sign = '';
    return true;
  }

  private atEnd(): void {
    if (this.depth > 0) throw unclear;
    // The last line ends even where there is no line break.
    if (this.kind !== 'newline' && this.kind !== 'dedent' && this.kind !== 'end') {
      this.atLineStart = true;
      this.token('newline', this.start);
    } else this.token('end', this.start);
  }

  private lineBreak(code: number): void {
    if (code === 13 && this.text.charCodeAt(this.start + 1) !== 10) throw unclear;
    this.atLineStart = true;
    this.token('newline', this.start + (code === 13 ? 2 : 1));
  }

  private number(): void {
    number.lastIndex = this.start;
    const match = number.exec(this.text)?.[0] ?? '';
    const end = this.start + match.length;
    if (isWordCode[this.text.charCodeAt(end)]) throw unclear;
    this.token(float.test(match) ? 'float' : 'integer', end);
  }

  private word(first: number): void {
    const { text, start } = this;
    let end = start + 1;
    let code = text.charCodeAt(end);
    while (isWordCode[code]) code = text.charCodeAt(++end);
    if (code >= 128) throw unclear;
    const length = end - start;
    if ((code === 34 || code === 39) && length <= 2 && prefix.test(text.slice(start, end))) {
      this.token('string', end);
      return;
    }
    const mayBeKeyword = length >= 2 && length <= 8 && ((first >= 97 && first <= 121) || first <= 84);
    const word = mayBeKeyword ? text.slice(start, end) : '';
    if (keywords.has(word)) this.token('keyword', end, word);
    else this.token('name', end);
  }

  private punctuation(code: number): void {
    const { text, start } = this;
    if (code === 46 && text.charCodeAt(start + 1) >= 48 && text.charCodeAt(start + 1) <= 57) {
      this.number();
      return;
    }
    if (code === 40 || code === 91 || code === 123) this.depth++;
    else if (code === 41 || code === 93 || code === 125) this.depth--;
    if (this.depth < 0) throw unclear;
    this.token('sign', start + 1, text.charAt(start));
    if (isSimple(code)) return;
    const three = text.slice(start, start + 3);
    const two = three.slice(0, 2);
    if (long.has(three)) this.token('sign', start + 3, three);
    else if (double.has(two)) this.token('sign', start + 2, two);
  }
}

/** Brackets, comma, semicolon: no sign begins with them. */
function isSimple(code: number): boolean {
  return code === 40 || code === 41 || code === 44 || code === 91 || code === 93 || code === 59 || code > 122;
}

export function lineEnd(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code !== 10 && code !== 13 && !Number.isNaN(code);)
    code = text.charCodeAt(++end);
  return end;
}

/** Behind a backslash and the line break that it takes away. */
function joined(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === 10) return at + 2;
  if (text.startsWith('\r\n', at + 1)) return at + 3;
  throw unclear;
}

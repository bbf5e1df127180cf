/** The words of shell code: where commands begin and end, what is quoted, what a variable or a command will fill in. */

/** A piece of a word. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback: string | null }
  | { readonly kind: 'command' };

/** A word as written; `start` and `end` include its quotes. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

/** Words up to a separator. The commands of a `$(…)` stand before the command that it is part of. */
export interface ShellCommand {
  readonly words: readonly Word[];
  /** The container that runs it, whose own program the words may be for. */
  readonly image?: string;
}

/** Stands in a code where a character of the file was left out: it is none, and ends nothing. */
export const filler = '\0';

/** Reads the commands of `text` from `start` to `end`. `heredocs`: whether their lines are commands, too. */
export function readCommands(
  text: string,
  start = 0,
  end = text.length,
  heredocs = false,
  depth = 0,
): ShellCommand[] {
  if (depth > deepest) return [];
  const reader = new ShellReader(text, start, end, heredocs, depth);
  reader.read();
  return reader.commands;
}

/** Commands in commands beyond this are nobody's script. */
const deepest = 32;
const variable =
  /\$(?:\{\{\s*(?:env\.)?([\w.-]+)\s*\}\}|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?[-=]([^}$`"']*))?\}|[\d@*#?!$-]|\{[^}]*\})/y;
const heredoc = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/y;
const redirection = /\d*(?:&>>?|>>?&?|<>?&?|<<<)[ \t]*/y;

class ShellReader {
  readonly commands: ShellCommand[] = [];
  private words: Word[] = [];
  private segments: Segment[] = [];
  private wordStart = -1;
  private delimiters: string[] = [];

  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
    private readonly heredocs: boolean,
    private readonly depth: number,
  ) {}

  read(): void {
    while (this.at < this.end) this.step();
    this.endCommand();
  }

  private step(): void {
    const character = this.text[this.at] ?? '';
    if (character === '\\') this.escape();
    else if (character === "'") this.singleQuoted();
    else if (character === '"') this.doubleQuoted();
    else if (character === '$') this.dollar();
    else if (character === '`') this.backticks();
    else if (character === filler) this.at++;
    else if (character === '#' && this.wordStart < 0) this.comment();
    else if (character === '\n') this.newline();
    else if (/[ \t\r]/.test(character))
      this.skip(() => {
        this.endWord();
      });
    else if (/[;&|(){}]/.test(character) && !this.redirects()) this.separator(character);
    else if (/[<>&\d]/.test(character) && this.redirects()) return;
    else this.take(character);
  }

  /** A brace is a separator only where it stands alone; `a{1,2}` is a word. */
  private separator(character: string): void {
    const inWord = this.wordStart >= 0 || !/\s|^$/.test(this.text[this.at + 1] ?? '');
    if ((character === '{' || character === '}') && inWord) this.take(character);
    else
      this.skip(() => {
        this.endCommand();
      });
  }

  private redirects(): boolean {
    if (this.wordStart >= 0 && !/[<>]/.test(this.text[this.at] ?? '')) return false;
    const document = this.match(heredoc);
    if (document) {
      if (!this.heredocs) this.delimiters.push(document[2] ?? '');
      this.endWord();
      this.at += document[0].length;
      return true;
    }
    const found = this.match(redirection);
    if (!found) return false;
    this.endWord();
    this.at += found[0].length;
    this.target();
    return true;
  }

  /** The file behind `>`: no word of the command. */
  private target(): void {
    const outer = this.words;
    this.words = [];
    while (this.at < this.end && !/[\s;&|()<>]/.test(this.text[this.at] ?? ' ')) this.step();
    this.endWord();
    this.words = outer;
  }

  private escape(): void {
    const next = this.text[this.at + 1] ?? '';
    const line = /^\\\r?\n/.exec(this.text.slice(this.at, this.at + 3));
    if (line) {
      this.at += line[0].length;
      return;
    }
    this.open();
    this.add(next, this.at + 1, this.at + 2);
    this.at += 2;
  }

  private singleQuoted(): void {
    const close = this.indexOf("'", this.at + 1);
    this.open();
    this.add(this.text.slice(this.at + 1, close), this.at + 1, close);
    this.at = close + 1;
  }

  private doubleQuoted(): void {
    this.open();
    this.at++;
    while (this.at < this.end && this.text[this.at] !== '"') {
      const character = this.text[this.at] ?? '';
      if (character === '\\') this.escape();
      else if (character === '$') this.dollar();
      else if (character === '`') this.backticks();
      else if (character === filler) this.at++;
      else this.take(character);
    }
    this.at++;
  }

  private dollar(): void {
    this.open();
    if (this.text[this.at + 1] === '(') {
      this.substitution(this.at + 2, closing(this.text, this.at + 2, this.end));
      return;
    }
    const found = this.match(variable);
    if (!found) {
      this.take('$');
      return;
    }
    const name = found[1] ?? found[2] ?? found[3];
    this.segments.push(
      name === undefined ? { kind: 'command' } : { kind: 'variable', name, fallback: found[4] ?? null },
    );
    this.at += found[0].length;
  }

  private backticks(): void {
    this.open();
    this.substitution(this.at + 1, this.indexOf('`', this.at + 1));
  }

  private substitution(start: number, end: number): void {
    this.commands.push(...readCommands(this.text, start, end, this.heredocs, this.depth + 1));
    this.segments.push({ kind: 'command' });
    this.at = end + 1;
  }

  private comment(): void {
    this.at = this.indexOf('\n', this.at);
  }

  private newline(): void {
    this.endCommand();
    this.at++;
    for (const delimiter of this.delimiters.splice(0))
      this.at = behindHeredoc(this.text, this.at, this.end, delimiter);
  }

  private take(character: string): void {
    this.open();
    this.add(character, this.at, this.at + 1);
    this.at++;
  }

  private add(text: string, start: number, end: number): void {
    const before = this.segments.at(-1);
    if (before?.kind === 'text' && before.end === start) {
      this.segments[this.segments.length - 1] = { ...before, text: before.text + text, end };
    } else {
      this.segments.push({ kind: 'text', text, start, end });
    }
  }

  private open(): void {
    if (this.wordStart < 0) this.wordStart = this.at;
  }

  private skip(then: () => void): void {
    then();
    this.at++;
  }

  private endWord(): void {
    if (this.wordStart < 0) return;
    this.words.push({ start: this.wordStart, end: this.at, segments: this.segments });
    this.segments = [];
    this.wordStart = -1;
  }

  private endCommand(): void {
    this.endWord();
    if (this.words.length > 0) this.commands.push({ words: this.words });
    this.words = [];
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  private indexOf(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    return found < 0 || found > this.end ? this.end : found;
  }
}

/** Where the parenthesis closes that was opened before `from`. */
function closing(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return end;
}

/** The start of the line behind the one that holds the delimiter alone. */
function behindHeredoc(text: string, from: number, end: number, delimiter: string): number {
  for (let at = from; at < end;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? end : newline + 1;
    if (text.slice(at, next).trim() === delimiter) return next;
    at = next;
  }
  return end;
}

import type { SourceText } from '../text';
import type { ValuePlace } from './node';

/** `"…"`, `'…'`, or what else stands up to a comma, a comment or the end. */
const plainValue = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\s,#\]}]+)/y;
const header = /^[ \t]*(\[\[?)([^\]\n]+)\]\]?/;
const assignment =
  /^[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*/;

/**
 * Where the values of a TOML file stand, which parsers of TOML do not tell: by their keys and indices, each behind a line
 * break. Takes a file line by line: tables, plain values, inline tables and lists, strings of several lines.
 */
export function tomlPlaces(source: SourceText): ReadonlyMap<string, ValuePlace> {
  const reader = new TomlReader(source);
  reader.read();
  return reader.places;
}

class TomlReader {
  readonly places = new Map<string, ValuePlace>();
  /** How many tables a list of tables has until here. */
  private readonly tables = new Map<string, number>();
  private table = '';
  private at = 0;

  private readonly text: string;

  constructor(private readonly source: SourceText) {
    this.text = source.text;
  }

  read(): void {
    while (this.at < this.text.length) {
      const line = this.text.slice(this.at, this.lineEnd());
      const found = header.exec(line);
      const key = found ? null : assignment.exec(line);
      if (found) this.open(keysOf(found[2] ?? ''), found[1] === '[[');
      else if (key) {
        this.at += key[0].length;
        this.value(below(this.table, keysOf(key[1] ?? '')));
      }
      this.at = this.lineEnd() + 1;
    }
  }

  /** `[a.b]` below a list of tables is below the last one. */
  private open(keys: readonly string[], isListed: boolean): void {
    let path = '';
    keys.forEach((key, index) => {
      path = below(path, [key]);
      if (isListed && index === keys.length - 1) this.tables.set(path, (this.tables.get(path) ?? 0) + 1);
      const count = this.tables.get(path);
      if (count !== undefined) path = below(path, [String(count - 1)]);
    });
    this.table = path;
  }

  private value(path: string): void {
    const next = this.text[this.at] ?? '';
    const quotes = this.text.slice(this.at, this.at + 3);
    if (quotes === '"""' || quotes === "'''") this.longText(path, quotes);
    else if (next === '[') this.list(path);
    else if (next === '{') this.inlineTable(path);
    else this.plain(path);
  }

  private plain(path: string): void {
    plainValue.lastIndex = this.at;
    const found = plainValue.exec(this.text);
    if (!found) return;
    const quoted = found[1] ?? found[2];
    const start = this.at + (quoted === undefined ? 0 : 1);
    this.places.set(path, { source: this.source, start, end: start + (quoted ?? found[3] ?? '').length });
    this.at += found[0].length;
  }

  private longText(path: string, quotes: string): void {
    const start = this.at + quotes.length;
    const close = this.text.indexOf(quotes, start);
    const end = close < 0 ? this.text.length : close;
    this.places.set(path, { source: this.source, start, end });
    this.at = end + quotes.length;
  }

  private list(path: string): void {
    this.at++;
    for (let index = 0; this.at < this.text.length; index++) {
      this.blanks();
      if (this.text[this.at] === ']') break;
      const before = this.at;
      this.value(below(path, [String(index)]));
      if (this.at === before) this.at++;
    }
    this.at++;
  }

  private inlineTable(path: string): void {
    this.at++;
    while (this.at < this.text.length) {
      this.blanks();
      if (this.text[this.at] === '}') break;
      const key = assignment.exec(this.text.slice(this.at, this.lineEnd()));
      this.at += key?.[0].length ?? 1;
      if (key) this.value(below(path, keysOf(key[1] ?? '')));
    }
    this.at++;
  }

  /** Blanks, commas, line ends and comments between the elements of a list. */
  private blanks(): void {
    const between = /(?:[\s,]|#[^\n]*)*/y;
    between.lastIndex = this.at;
    this.at += between.exec(this.text)?.[0].length ?? 0;
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }
}

function below(path: string, keys: readonly string[]): string {
  return [path, ...keys].join('\n');
}

function keysOf(dotted: string): string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

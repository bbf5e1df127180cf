import type { ConfigEntry } from './entries';

/** `"…"`, `'…'`, or what else stands up to a comma, a comment or the end. */
const value = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\s,#\]}]+)/y;
const header = /^[ \t]*\[\[?([^\]\n]+)\]\]?/;
const assignment =
  /^[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"))*)[ \t]*=[ \t]*/;

/**
 * The values of a TOML file with their places, which parsers of TOML do not tell. Takes a file line by line: tables,
 * plain values, inline tables and lists, also over several lines; strings of several lines are passed over.
 */
export function tomlEntries(text: string): ConfigEntry[] {
  const reader = new TomlReader(text);
  reader.read();
  return reader.entries;
}

class TomlReader {
  readonly entries: ConfigEntry[] = [];
  private table: readonly string[] = [];
  private tableStart = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  read(): void {
    while (this.at < this.text.length) {
      const line = this.text.slice(this.at, this.lineEnd());
      const table = header.exec(line);
      const key = assignment.exec(line);
      if (table) {
        this.table = keysOf(table[1] ?? '');
        this.tableStart = this.at;
      } else if (key) {
        this.at += key[0].length;
        this.value([...this.table, ...keysOf(key[1] ?? '')], this.tableStart);
      }
      this.at = this.lineEnd() + 1;
    }
  }

  private value(keys: readonly string[], holder: number): void {
    const next = this.text[this.at] ?? '';
    const quotes = this.text.slice(this.at, this.at + 3);
    if (quotes === '"""' || quotes === "'''") this.skipBehind(quotes, this.at + 3);
    else if (next === '[') this.list(keys);
    else if (next === '{') this.inlineTable(keys);
    else this.scalar(keys, holder);
  }

  private scalar(keys: readonly string[], holder: number): void {
    value.lastIndex = this.at;
    const found = value.exec(this.text);
    if (!found) return;
    const string = found[1] ?? found[2];
    const start = this.at + (string === undefined ? 0 : 1);
    const plain = found[3] ?? '';
    const known = string ?? (plain === 'true' ? true : plain === 'false' ? false : plain);
    this.entries.push({ keys, value: known, start, end: start + (string ?? plain).length, holder });
    this.at += found[0].length;
  }

  private list(keys: readonly string[]): void {
    const holder = this.at;
    this.at++;
    while (this.at < this.text.length) {
      this.blanks();
      if (this.text[this.at] === ']') break;
      const before = this.at;
      this.value(keys, holder);
      if (this.at === before) this.at++;
    }
    this.at++;
  }

  private inlineTable(keys: readonly string[]): void {
    const holder = this.at;
    this.at++;
    while (this.at < this.text.length) {
      this.blanks();
      if (this.text[this.at] === '}') break;
      const key = assignment.exec(this.text.slice(this.at, this.lineEnd()));
      this.at += key?.[0].length ?? 1;
      if (key) this.value([...keys, ...keysOf(key[1] ?? '')], holder);
    }
    this.at++;
  }

  /** Blanks, commas, line ends and comments between the elements of a list. */
  private blanks(): void {
    const between = /(?:[\s,]|#[^\n]*)*/y;
    between.lastIndex = this.at;
    this.at += between.exec(this.text)?.[0].length ?? 0;
  }

  private skipBehind(what: string, from: number): void {
    const end = this.text.indexOf(what, from);
    this.at = end < 0 ? this.text.length : end + what.length;
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }
}

function keysOf(dotted: string): string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

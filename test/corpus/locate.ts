/** Finds the places that an expectation names by text. Independent of the analyzer: plain search and bracket matching. */
import type { Place, Position } from '../../src/shared/positions';

/** A text with its cell (null in a plain file), without the expectation's own lines. */
export interface CorpusText {
  readonly file: string;
  readonly cell: number | null;
  readonly text: string;
}

/** Where to look: `3` line, `3#2` second on the line, `3.7` column, `c2:3` in a cell, `conf.yaml:3` in another file. */
const placePattern = /^(?:(.+?):)?(\d+)(?:#(\d+)|\.(\d+))?$/;

/** The place of `id`'s own characters; throws when the text does not stand where the expectation says. */
export function locateId(
  texts: readonly CorpusText[],
  file: string,
  id: string,
  at: string | undefined,
): Place {
  if (at === undefined) {
    const own = texts.filter((text) => text.file === file);
    const hits = own.flatMap((text) => occurrences(text, id).map((start) => [text, start] as const));
    const [first, second] = hits;
    if (!first || second)
      throw new Error(`"${id}" stands ${String(hits.length)} times in ${file}: say where`);
    return placeAt(first[0], first[1], id.length);
  }
  const [, where, line, nth, column] = placePattern.exec(at) ?? [];
  if (line === undefined) throw new Error(`not a place: @${at}`);
  const text = pickText(texts, file, where);
  // A column says by itself which one is meant, also within an address.
  const all = column ? indexes(text.text, id) : occurrences(text, id);
  const hits = all.filter((start) => positionAt(text.text, start).line === Number(line) - 1);
  const chosen = column
    ? hits.find((start) => positionAt(text.text, start).column === Number(column) - 1)
    : hits[Number(nth ?? 1) - 1];
  if (chosen === undefined || (hits.length > 1 && !nth && !column))
    throw new Error(`"${id}" stands ${String(hits.length)} times on line ${line} of ${text.file}`);
  return placeAt(text, chosen, id.length);
}

function pickText(texts: readonly CorpusText[], file: string, where: string | undefined): CorpusText {
  const cell = /^c(\d+)$/.exec(where ?? '')?.[1];
  const found = texts.find((text) =>
    cell === undefined ? text.file === (where ?? file) : text.file === file && text.cell === Number(cell),
  );
  if (!found) throw new Error(`no text ${where ?? file}`);
  return found;
}

/**
 * The place of a call: its callee by text, its end by matching the bracket that follows it (none: a bare name). Where the
 * callee's text stands more than once, the only one that is followed by an opening bracket is meant.
 */
export function locateCall(
  text: CorpusText,
  callee: string,
  line: number | undefined,
  column: number | undefined,
): Place {
  const there = wholeWords(text.text, callee).filter((start) => {
    const position = positionAt(text.text, start);
    return (
      (line === undefined || position.line === line - 1) &&
      (column === undefined || position.column === column - 1)
    );
  });
  const calls = there.filter((start) => text.text[start + callee.length] === '(');
  const starts = calls.length > 0 ? calls : there;
  const [start, second] = starts;
  if (start === undefined || second !== undefined)
    throw new Error(`"${callee}" stands ${String(starts.length)} times in ${text.file}: say which line`);
  return placeAt(text, start, callEnd(text, start + callee.length) - start);
}

/** A point of a text as an offset. */
export function offsetAt(text: string, line: number, column: number): number {
  const starts = lineStarts(text);
  const start = starts[line];
  if (start === undefined) throw new Error(`no line ${String(line + 1)}`);
  return start + column;
}

/** A stretch of a text as a place. */
export function placeAt({ file, cell, text }: CorpusText, start: number, length: number): Place {
  return { file, cell, range: { start: positionAt(text, start), end: positionAt(text, start + length) } };
}

function positionAt(text: string, offset: number): Position {
  const before = lineStarts(text).filter((start) => start <= offset);
  return { line: before.length - 1, column: offset - (before.at(-1) ?? 0) };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
}

function occurrences({ text }: CorpusText, id: string): number[] {
  return indexes(text, id).filter((start) => {
    const [before, after] = [text[start - 1] ?? ' ', text[start + id.length] ?? ' '];
    return !/[\w/-]/.test(before) && !/[\w/-]/.test(after);
  });
}

function wholeWords(text: string, callee: string): number[] {
  return indexes(text, callee).filter((start) => {
    const [before, after] = [text[start - 1] ?? ' ', text[start + callee.length] ?? ' '];
    return !/[\w.]/.test(before) && !/\w/.test(after);
  });
}

function indexes(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** What brackets do not count in, longest first. */
const skipped = {
  python: /"""[^]*?"""|'''[^]*?'''|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|#[^\r\n]*/y,
  script: /`(?:\\[^]|[^`\\])*`|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\/\/[^\r\n]*|\/\*[^]*?\*\//y,
};

/** Behind the bracket that closes the one after `from`; `from` itself when no call follows. */
function callEnd({ file, text }: CorpusText, from: number): number {
  const open = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  if (text[open] !== '(') return from;
  const skip = /\.[cm]?[jt]sx?$/.test(file) ? skipped.script : skipped.python;
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    skip.lastIndex = at;
    const jump = skip.exec(text);
    if (jump) at += jump[0].length - 1;
    else if ('([{'.includes(text[at] ?? '')) depth++;
    else if (')]}'.includes(text[at] ?? '') && --depth === 0) return at + 1;
  }
  throw new Error(`no end of the call at offset ${String(open)} of ${file}`);
}

/** Text blocks -> sentences and `label: value` lines. */
import type { Block, Section, Span, TableBlock, TextBlock } from './block';
import type { Link } from './link';

/** A sentence, its links, and where it stands. */
export interface Sentence extends Span {
  readonly section: Section;
  readonly startLine: number;
  readonly endLine: number;
  readonly inList: boolean;
  /** The text in lower case: what cheap tests look through before a pattern is tried. */
  readonly lower: string;
}

/** `Base model: [x](…)`, `| Epochs | 3 |`: a name and what is said of it. */
export interface Labelled extends Span {
  readonly label: string;
  readonly section: Section;
  readonly startLine: number;
  readonly endLine: number;
  readonly from: 'list' | 'text' | 'table';
  /** Of a table: what its first column is called, in lower case. */
  readonly column: string;
  /** The whole line. */
  readonly line: string;
}

/** Longer sentences are no sentences. */
const longest = 1_500;

/** Where a sentence ends: a full stop before a capital or a bracket, or one of Chinese and Japanese. */
const endOfSentence =
  /[.!?](?=\s+["'`([*]?[\p{Lu}\p{N}])(?<!\b(?:[Aa]l|e\.g|i\.e|vs|etc|[Ff]ig|[Nn]o|cf|[DM]r|[Ss]t).)|[。！？](?=.)/gu;

/** The sentences of all text blocks. */
export function sentencesOf(blocks: readonly Block[]): Sentence[] {
  return blocks.filter((block) => block.kind === 'text').flatMap(sentencesIn);
}

function sentencesIn(block: TextBlock): Sentence[] {
  // Most items of lists are one sentence; the pattern below looks at every character.
  const ends = /[.!?]\s|[。！？]/.test(block.text)
    ? Array.from(block.text.matchAll(endOfSentence), ({ index }) => index + 1)
    : [];
  const starts = [0, ...ends];
  return starts.flatMap((start, index) => {
    const end = Math.min(starts[index + 1] ?? block.text.length, start + longest);
    const part = slice(block, start, end);
    return part.text.trim() ? [part] : [];
  });
}

/** A part of a block, its links and lines. */
function slice(block: TextBlock, start: number, end: number): Sentence {
  const startLine = Math.min(block.endLine, block.startLine + newlines(block.text, 0, start));
  const text = block.text.slice(start, end);
  return {
    text,
    lower: text.toLowerCase(),
    links: linksWithin(block.links, start, end),
    section: block.section,
    startLine,
    endLine: Math.min(block.endLine, startLine + newlines(text.trimEnd(), 0, text.length)),
    inList: block.inList,
  };
}

/** The links of a part of a text, counted from its start. */
export function linksWithin(links: readonly Link[], start: number, end: number): Link[] {
  if (links.length === 0) return [];
  return links
    .filter((link) => link.start >= start && link.start < end)
    .map((link) => ({ ...link, start: link.start - start, end: link.end - start }));
}

function newlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A label in front of a colon (also a full-width one): a few words, no sentence. */
const labelled = /^[\s>•·-]{0,8}([\p{L}\p{N}][\p{L}\p{N} ()/&#_'’.-]{1,60}?)\s{0,3}[:：](?!\/\/)\s*/u;

/** All `label: value` lines, and the rows of tables of settings. */
export function labelledOf(blocks: readonly Block[]): Labelled[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return labelledIn(block);
    return block.kind === 'table' ? labelledRows(block) : [];
  });
}

/** What the first two columns are called in a table of settings; further ones explain them. */
const settings =
  /^(?:(?:hyper-?\s?)?param(?:eter)?s?|settings?|arguments?|options?|config(?:uration)?|propert(?:y|ies)|attributes?|name)$/;
const valueWord = /^(?:values?|settings?)$/;

/** The rows of a table of two columns, or of one that says that its second column holds the values. */
function labelledRows({ header, rows, section, startLine }: TableBlock): Labelled[] {
  const [first = '', second = ''] = header.map(({ text }) => clean(text));
  const hasValues = valueWord.test(second);
  if (header.length !== 2 && !(hasValues && settings.test(first))) return [];
  const all = hasValues ? rows : [{ cells: header, line: startLine }, ...rows];
  return all.flatMap(({ cells: [name, value], line }) => {
    if (!name || !value || name.text.length > 60) return [];
    const place = { section, startLine: line, endLine: line, from: 'table', column: first } as const;
    return [{ label: clean(name.text), ...value, ...place, line: `${name.text} | ${value.text}` }];
  });
}

function labelledIn(block: TextBlock): Labelled[] {
  if (!/[:：]/.test(block.text)) return [];
  const found: Labelled[] = [];
  let start = 0;
  block.text.split('\n').forEach((line, index) => {
    const match = labelled.exec(line);
    const at = start + (match?.[0].length ?? 0);
    const end = start + line.length;
    start = end + 1;
    if (!match) return;
    const startLine = Math.min(block.endLine, block.startLine + index);
    const text = line.slice(match[0].length, match[0].length + longest).trim();
    const links = linksWithin(block.links, at, end);
    const place = { section: block.section, startLine, endLine: startLine };
    const from = block.inList ? 'list' : 'text';
    found.push({ label: clean(match[1] ?? ''), text, links, ...place, from, column: '', line: line.trim() });
  });
  return found;
}

function clean(label: string): string {
  return label
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

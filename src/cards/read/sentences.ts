/** Text blocks -> sentences and `label: value` lines. */
import type { Block, Section, Span, TextBlock } from './block';
import type { Link } from './link';

/** A sentence, its links, and where it stands. */
export interface Sentence extends Span {
  readonly section: Section;
  readonly startLine: number;
  readonly endLine: number;
  readonly inList: boolean;
}

/** `Base model: [x](…)`, `| Epochs | 3 |`: a name and what is said of it. */
export interface Labelled extends Span {
  readonly label: string;
  readonly section: Section;
  readonly startLine: number;
  readonly endLine: number;
  readonly from: 'list' | 'text' | 'table';
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
  const ends = [...block.text.matchAll(endOfSentence)].map((match) => match.index + 1);
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
    links: linksWithin(block.links, start, end),
    section: block.section,
    startLine,
    endLine: Math.min(block.endLine, startLine + newlines(text.trimEnd(), 0, text.length)),
    inList: block.inList,
  };
}

/** The links of a part of a text, counted from its start. */
export function linksWithin(links: readonly Link[], start: number, end: number): Link[] {
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

/** All `label: value` lines, and the rows of tables of two columns. */
export function labelledOf(blocks: readonly Block[]): Labelled[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return labelledIn(block);
    if (block.kind !== 'table' || block.header.length !== 2) return [];
    return [{ cells: block.header, line: block.startLine }, ...block.rows].flatMap(
      ({ cells: [name, value], line }) => {
        if (!name || !value || name.text.length > 60) return [];
        const place = { section: block.section, startLine: line, endLine: line };
        return [
          {
            label: clean(name.text),
            ...value,
            ...place,
            from: 'table' as const,
            line: `${name.text} | ${value.text}`,
          },
        ];
      },
    );
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
    found.push({ label: clean(match[1] ?? ''), text, links, ...place, from, line: line.trim() });
  });
  return found;
}

function clean(label: string): string {
  return label
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

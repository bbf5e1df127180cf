/** The front matter as a small tree that knows its lines: YAML by the library, and line by line where it is broken. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Message, message } from '../../shared/message';

/** A node of the front matter. */
export interface YamlNode {
  readonly startLine: number;
  readonly endLine: number;
  /** Of a scalar: its text as it stands, else null. */
  readonly text: string | null;
  readonly items: readonly YamlNode[];
  readonly pairs: readonly (readonly [key: string, value: YamlNode])[];
}

/** The front matter of a card and the line where the body begins. */
export interface FrontMatter {
  readonly root: YamlNode;
  readonly bodyLine: number;
  readonly problems: readonly Message[];
}

/** More is data, not a description: it is read line by line. */
const mostCharacters = 200_000;

/** Nodes of the tree, those behind aliases counted each time: what a bomb would exceed. */
const mostNodes = 5_000;

/** Values nest no deeper in any card. */
const deepest = 24;

/** Finds and reads the front matter. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const none = { root: leaf(0, null), bodyLine: 0, problems: [] };
  if (!/^---\s*$/.test(lines[0] ?? '')) return none;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0) return none;
  const inner = lines.slice(1, end);
  const text = inner.join('\n');
  const parsed = text.length > mostCharacters ? null : parseYaml(text);
  if (parsed) return { root: parsed, bodyLine: end + 1, problems: [] };
  return {
    root: readLineWise(inner),
    bodyLine: end + 1,
    problems: [message('The front matter is not valid YAML: it was read line by line')],
  };
}

function parseYaml(text: string): YamlNode | null {
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      // Authors repeat keys; the hub takes the card all the same.
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      prettyErrors: false,
      schema: 'failsafe',
    });
    if (document.errors.length > 0) return null;
    return new TreeBuilder(document, counter).build();
  } catch {
    return null;
  }
}

/** Turns the library's nodes into ours, in bounded size whatever the aliases do. */
class TreeBuilder {
  private left = mostNodes;

  constructor(
    private readonly document: Document.Parsed,
    private readonly counter: LineCounter,
  ) {}

  build(): YamlNode | null {
    const root = this.node(this.document.contents, 0);
    return this.left < 0 ? null : root;
  }

  private node(node: unknown, depth: number): YamlNode {
    const startLine = this.line(node, 0);
    if (--this.left < 0 || depth > deepest) return leaf(startLine, null);
    if (isAlias(node)) return this.node(node.resolve(this.document), depth + 1);
    if (isScalar(node)) return { ...leaf(startLine, scalarText(node.value)), endLine: this.line(node, 1) };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item, depth + 1));
      return { startLine, endLine: lastLine(items, startLine), text: null, items, pairs: [] };
    }
    if (!isMap(node)) return leaf(startLine, null);
    const pairs = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? (scalarText(key.value) ?? '') : '';
      const child = this.node(value, depth + 1);
      return [name, { ...child, startLine: Math.min(this.line(key, 0), child.startLine) }] as const;
    });
    const values = pairs.map(([, value]) => value);
    return { startLine, endLine: lastLine(values, startLine), text: null, items: [], pairs };
  }

  /** The card's line of a node's start or end; the front matter begins on the card's second line. */
  private line(node: unknown, side: 0 | 1): number {
    const range = (node as Node | null)?.range;
    if (!range) return 1;
    return this.counter.linePos(Math.max(range[0], range[side] - side)).line;
  }
}

function lastLine(nodes: readonly YamlNode[], otherwise: number): number {
  return nodes.reduce((last, node) => Math.max(last, node.endLine), otherwise);
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function leaf(line: number, text: string | null): YamlNode {
  return { startLine: line, endLine: line, text, items: [], pairs: [] };
}

/** `key: value` and `- item` at the left edge: what a broken front matter still says. */
function readLineWise(lines: readonly string[]): YamlNode {
  const pairs: [string, YamlNode][] = [];
  let open: { key: string; line: number; items: YamlNode[] } | null = null;
  const close = () => {
    if (open && open.items.length > 0)
      pairs.push([
        open.key,
        {
          startLine: open.line,
          endLine: lastLine(open.items, open.line),
          text: null,
          items: open.items,
          pairs: [],
        },
      ]);
    open = null;
  };
  lines.slice(0, mostNodes).forEach((line, index) => {
    const at = index + 1;
    const item = /^ {0,4}- +([^:]{1,200})$/.exec(line)?.[1];
    const pair = /^([A-Za-z][\w-]{0,40}):(?:\s+(.{0,500}))?$/.exec(line);
    if (pair) {
      close();
      const value = unquoted(pair[2] ?? '');
      if (value) pairs.push([pair[1] ?? '', inlineList(value, at)]);
      else open = { key: pair[1] ?? '', line: at, items: [] };
    } else if (item !== undefined) open?.items.push(leaf(at, unquoted(item)));
  });
  close();
  return { startLine: 1, endLine: lines.length, text: null, items: [], pairs };
}

function inlineList(value: string, line: number): YamlNode {
  const inner = /^\[(.*)\]$/.exec(value)?.[1];
  if (inner === undefined) return leaf(line, value);
  const items = inner.split(',').map((item) => leaf(line, unquoted(item)));
  return { startLine: line, endLine: line, text: null, items, pairs: [] };
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** The value at a key of a mapping; of a repeated key the last that says something. */
export function valueAt(node: YamlNode, ...keys: readonly string[]): YamlNode | null {
  for (const key of keys) {
    const found = [...node.pairs].reverse().find(([name, value]) => name === key && !isEmpty(value));
    if (found) return found[1];
  }
  return null;
}

/** The texts of a scalar or of a list of scalars, with their nodes. */
export function scalars(node: YamlNode | null): { readonly text: string; readonly node: YamlNode }[] {
  if (!node) return [];
  if (node.text !== null) return isNothing(node.text) ? [] : [{ text: node.text, node }];
  return node.items.flatMap((item) => scalars(item));
}

/** The text at a key, or null. */
export function textAt(node: YamlNode, ...keys: readonly string[]): string | null {
  return scalars(valueAt(node, ...keys))[0]?.text ?? null;
}

function isEmpty(node: YamlNode): boolean {
  return node.items.length === 0 && node.pairs.length === 0 && isNothing(node.text ?? '');
}

function isNothing(text: string): boolean {
  return /^(?:|~|null|none|unknown|n\/a|\?+|\[\]|more information needed)$/i.test(text);
}

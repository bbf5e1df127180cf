import type { Parser } from 'web-tree-sitter';
import { editBetween } from '../edits';
import { emptySyntax, readSyntax, type SyntaxNode } from '../syntax';
import { KeptTree } from '../trees';
import { keyOf, keysIn } from './keys';
import { placeholderBlocks, readBody, type ReadBody } from './module';
import { wordsIn } from '../words';
import type { LazyBody } from './moduleIndex';
import type { BodyRange, Outline } from './outline';
import { Skeleton } from './skeleton';
import type { WordCount } from './wordCount';

/** A function's body in a statement that is kept. */
interface KeptBody {
  readonly text: string;
  readonly block: SyntaxNode;
  readonly placeholder: readonly SyntaxNode[];
  /** Offset from the start of the statement. */
  readonly start: number;
  readonly words: ReadonlySet<string>;
  parsed: { readonly read: ReadBody; at: number } | null;
}

/** A statement at the top of a cell, with the nodes that were read of it. */
export interface KeptStatement {
  readonly node: SyntaxNode;
  readonly bodies: readonly KeptBody[];
  /** Of its code, bodies and all. */
  readonly words: ReadonlySet<string>;
}

/** One cell of an open document: its tree, and the nodes of each statement for as long as the statement's text stays. */
export class KeptCell {
  private readonly tree: KeptTree;
  private skeleton = '';
  private byText = new Map<string, KeptStatement[]>();
  /** The text that the offsets of the nodes are in, once there is one. */
  private source: string | null = null;
  statements: readonly KeptStatement[] = [];

  constructor(
    private readonly parser: Parser,
    private readonly words: WordCount,
  ) {
    this.tree = new KeptTree(parser);
  }

  /**
   * Reads the cell's text, which begins at `base` of `source`, and adds the keys of what came and went to `changed`. False
   * when it has no clean syntax at the top: then it has to be read as a whole, and all that is kept stays as it was.
   */
  read(source: string, base: number, text: string, outline: Outline, changed: Set<string>): boolean {
    if (!outline.whole) return false;
    const skeleton = new Skeleton(text, outline.bodies, base);
    const edits = editBetween(this.skeleton, skeleton.text);
    this.skeleton = skeleton.text;
    const left = new Map([...this.byText].map(([key, list]) => [key, [...list]]));
    const known = new Map<SyntaxNode, KeptStatement>();
    const take = (from: number, to: number) => {
      const [start, end] = [skeleton.original(from), skeleton.original(to)];
      const statement = left.get(text.slice(start - base, end - base))?.shift();
      if (!statement) return undefined;
      moveTo(statement, start);
      known.set(statement.node, statement);
      return statement.node;
    };
    const { root, errors } = emptySyntax();
    const read = { root, errors, comments: [] };
    this.tree.update(skeleton.text, edits, (tree) => {
      if (tree.rootNode.hasError) errors.push(root);
      else readSyntax(tree, skeleton.original, read, take);
    });
    if (errors.length > 0) return false;
    const dropped = [...left.values()].flat();
    const isFirst = this.source === null;
    for (const { node } of dropped) keysIn(node, this.source ?? '', changed);
    const before = new Map(dropped.flatMap((each) => each.bodies).map((body) => [body.text, body]));
    const reader = new StatementReader(source, base, outline, before);
    const added = this.keep(reader, root.children, known);
    this.source = source;
    this.count(dropped, added ?? [], added ? [] : [...known.values()]);
    if (isFirst || !added) changed.add(keyOf.any);
    else for (const statement of added) this.addedKeys(statement, before, source, changed);
    return added !== null;
  }

  private count(
    dropped: readonly KeptStatement[],
    added: readonly KeptStatement[],
    lost: readonly KeptStatement[],
  ): void {
    for (const { words } of [...dropped, ...lost]) this.words.remove(words);
    for (const { words } of added) this.words.add(words);
  }

  dispose(): void {
    this.tree.dispose();
  }

  /** Notes the statements as they are now and answers the new ones; null when a body is not where it was thought to be. */
  private keep(
    reader: StatementReader,
    nodes: readonly SyntaxNode[],
    known: ReadonlyMap<SyntaxNode, KeptStatement>,
  ): KeptStatement[] | null {
    const statements: KeptStatement[] = [];
    const added: KeptStatement[] = [];
    this.statements = [];
    this.byText = new Map();
    for (const node of nodes) {
      const own = reader.rangesIn(node);
      const before = known.get(node);
      const statement = before ?? reader.read(node, own);
      if (statement?.bodies.length !== own.length) return null;
      if (!before) added.push(statement);
      statements.push(statement);
      const key = reader.textOf(node);
      this.byText.set(key, [...(this.byText.get(key) ?? []), statement]);
    }
    if (!reader.isDone) return null;
    this.statements = statements;
    return added;
  }

  /** Bodies that were there before and were not parsed hold no name that was looked for. */
  private addedKeys(
    statement: KeptStatement,
    before: ReadonlyMap<string, KeptBody>,
    source: string,
    changed: Set<string>,
  ): void {
    const matter = statement.bodies.filter((body) => body.parsed || !before.has(body.text));
    for (const body of matter) {
      this.parse(body, statement.node.start + body.start, source);
      open(body);
    }
    keysIn(statement.node, source, changed);
    for (const body of matter) close(body);
  }

  /** The bodies as the module's index asks for them; what makes no sense in one that is read is added to `errors`. */
  lazyBodies(source: string, errors: SyntaxNode[]): LazyBody[] {
    return this.statements.flatMap(({ node, bodies }) =>
      bodies.map((body) => {
        const start = node.start + body.start;
        const read = () => {
          errors.push(...this.parse(body, start, source).errors);
          return open(body);
        };
        return { start, end: start + body.text.length, block: body.block, words: body.words, read };
      }),
    );
  }

  private parse(body: KeptBody, start: number, text: string): ReadBody {
    body.parsed ??= { read: readBody(this.parser, text, start, start + body.text.length), at: start };
    const { read, at } = body.parsed;
    shift([...read.statements, ...read.errors], start - at);
    body.parsed.at = start;
    return read;
  }
}

/** Makes statements of the nodes at the top of a cell, which it is given in their order. */
class StatementReader {
  private next = 0;

  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly outline: Outline,
    /** Bodies of statements that are gone, by their text. */
    private readonly before: ReadonlyMap<string, KeptBody>,
  ) {}

  get isDone(): boolean {
    return this.next === this.outline.bodies.length;
  }

  textOf({ start, end }: SyntaxNode): string {
    return this.source.slice(start, end);
  }

  rangesIn(node: SyntaxNode): readonly BodyRange[] {
    const { bodies } = this.outline;
    const first = this.next;
    while (this.next < bodies.length && (bodies[this.next]?.start ?? 0) + this.base < node.end) this.next++;
    return bodies.slice(first, this.next);
  }

  read(node: SyntaxNode, ranges: readonly BodyRange[]): KeptStatement {
    const blocks = placeholderBlocks([node], new Set(ranges.map(({ first }) => first + this.base)));
    const bodies = ranges.flatMap((range) => this.body(range, node, blocks.get(range.first + this.base)));
    return { node, bodies, words: wordsIn(this.codeOf(node.start, node.end)) };
  }

  private body({ start, end }: BodyRange, node: SyntaxNode, block: SyntaxNode | undefined): KeptBody[] {
    if (!block) return [];
    const { base } = this;
    const text = this.source.slice(start + base, end + base);
    const known = this.before.get(text);
    const parsed = known?.parsed ?? null;
    // Nodes have one place only: of two bodies alike, one is parsed again.
    if (known) known.parsed = null;
    const words = new Set(this.codeOf(start + base, end + base).match(/[\w\u0080-\uffff]+/g));
    return [
      { text, block, placeholder: [...block.children], start: start + base - node.start, words, parsed },
    ];
  }

  private codeOf(start: number, end: number): string {
    return this.outline.code.slice(start - this.base, end - this.base);
  }
}

/** Puts the statements of a parsed body into its block. */
function open({ block, parsed }: KeptBody): readonly SyntaxNode[] {
  const statements = parsed?.read.statements ?? [];
  for (const node of statements) node.parent = block;
  block.children.splice(0, block.children.length, ...statements);
  return block.children;
}

/** Leaves a body out again. */
function close({ block, placeholder }: KeptBody): void {
  block.children.splice(0, block.children.length, ...placeholder);
}

/** A statement as it was read first, bodies left out, where it stands now. */
function moveTo({ node, bodies }: KeptStatement, start: number): void {
  for (const body of bodies) close(body);
  shift([node], start - node.start);
}

function shift(nodes: readonly SyntaxNode[], by: number): void {
  if (by === 0) return;
  const waiting = [...nodes];
  // Where a body makes no sense stands in a statement of it, or apart.
  const seen = nodes.length > 1 ? new Set<SyntaxNode>() : null;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen?.has(next)) continue;
    seen?.add(next);
    next.start += by;
    next.end += by;
    for (const child of next.children) waiting.push(child);
  }
}

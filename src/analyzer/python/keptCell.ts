import type { Parser } from 'web-tree-sitter';
import { editBetween } from '../edits';
import { emptySyntax, readSyntax, type SyntaxNode } from '../syntax';
import { KeptTree } from '../trees';
import { keyOf, keysIn } from './keys';
import { placeholderBlocks, readBody, type ReadBody } from './module';
import type { LazyBody } from './moduleIndex';
import type { BodyRange, Outline } from './outline';
import { Skeleton } from './skeleton';

/** A function's body in a statement that is kept. */
interface KeptBody {
  readonly text: string;
  readonly block: SyntaxNode;
  readonly placeholder: readonly SyntaxNode[];
  /** Offset from the start of the statement. */
  readonly start: number;
  parsed: { readonly read: ReadBody; at: number } | null;
}

/** A statement at the top of a cell, with the nodes that were read of it. */
export interface KeptStatement {
  readonly node: SyntaxNode;
  readonly bodies: readonly KeptBody[];
}

/** One cell of an open document: its tree, and the nodes of each statement for as long as the statement's text stays. */
export class KeptCell {
  private readonly tree: KeptTree;
  private skeleton = '';
  private byText = new Map<string, KeptStatement[]>();
  /** The text that the offsets of the nodes are in, once there is one. */
  private source: string | null = null;
  statements: readonly KeptStatement[] = [];

  constructor(private readonly parser: Parser) {
    this.tree = new KeptTree(parser);
  }

  /**
   * Reads the cell's text, which begins at `base` of `source`, and adds the keys of what came and went to `changed`. False
   * when it has no clean syntax at the top: then it has to be read as a whole, and all that is kept stays as it was.
   */
  read(
    source: string,
    base: number,
    text: string,
    { whole, bodies }: Outline,
    changed: Set<string>,
  ): boolean {
    if (!whole) return false;
    const skeleton = new Skeleton(text, bodies, base);
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
    const added = this.keep(source, base, bodies, root.children, known, before);
    this.source = source;
    if (isFirst || !added) changed.add(keyOf.any);
    else for (const statement of added) this.addedKeys(statement, before, source, changed);
    return added !== null;
  }

  dispose(): void {
    this.tree.dispose();
  }

  /** Notes the statements as they are now and answers the new ones; null when a body is not where it was thought to be. */
  private keep(
    source: string,
    base: number,
    ranges: readonly BodyRange[],
    nodes: readonly SyntaxNode[],
    known: ReadonlyMap<SyntaxNode, KeptStatement>,
    bodies: ReadonlyMap<string, KeptBody>,
  ): KeptStatement[] | null {
    const statements: KeptStatement[] = [];
    const added: KeptStatement[] = [];
    this.statements = [];
    this.byText = new Map();
    let next = 0;
    for (const node of nodes) {
      const first = next;
      while (next < ranges.length && (ranges[next]?.start ?? 0) + base < node.end) next++;
      const own = ranges.slice(first, next);
      const before = known.get(node);
      const statement = before ?? statementOf(node, own, source, base, bodies);
      if (statement?.bodies.length !== own.length) return null;
      if (!before) added.push(statement);
      statements.push(statement);
      const key = source.slice(node.start, node.end);
      this.byText.set(key, [...(this.byText.get(key) ?? []), statement]);
    }
    this.statements = statements;
    return next === ranges.length ? added : null;
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
        return { start, end: start + body.text.length, block: body.block, read };
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

function statementOf(
  node: SyntaxNode,
  ranges: readonly BodyRange[],
  source: string,
  base: number,
  before: ReadonlyMap<string, KeptBody>,
): KeptStatement | null {
  const blocks = placeholderBlocks([node], new Set(ranges.map(({ first }) => first + base)));
  const bodies = ranges.flatMap(({ start, end, first }): KeptBody[] => {
    const block = blocks.get(first + base);
    if (!block) return [];
    const text = source.slice(start + base, end + base);
    const known = before.get(text);
    const parsed = known?.parsed ?? null;
    // Nodes have one place only: of two bodies alike, one is parsed again.
    if (known) known.parsed = null;
    return [{ text, block, placeholder: [...block.children], start: start + base - node.start, parsed }];
  });
  return bodies.length === ranges.length ? { node, bodies } : null;
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

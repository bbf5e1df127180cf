import type { Parser } from 'web-tree-sitter';
import { child, emptySyntax, type OffsetMap, readSyntax, type Syntax, type SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import { withTree } from '../trees';
import { type LazyBody, ModuleIndex } from './moduleIndex';
import { type BodyRange, type Outline, outline, wordsOf } from './outline';
import { parsePython } from './parser/parse';
import { Skeleton } from './skeleton';
import type { Spot } from './values';

/** A Python file (or all cells of a notebook, as one): text, tree, scopes. The parser's own trees are not kept. */
export class PythonModule {
  readonly path: string;

  constructor(
    readonly source: SourceText,
    readonly syntax: Syntax,
    readonly index: ModuleIndex,
  ) {
    this.path = source.path;
  }

  textOf(node: SyntaxNode): string {
    return this.source.text.slice(node.start, node.end);
  }

  spot(node: SyntaxNode): Spot {
    return { source: this.source, start: node.start, end: node.end };
  }
}

/** Parses a source, each cell on its own, so that an error in one does not reach the next. */
export function parseModule(
  parser: Parser,
  source: SourceText,
  outlines: readonly Outline[] = source.cells.map(({ text }) => outline(text)),
): PythonModule {
  const reader = new ModuleReader(parser, source, outlines);
  source.cells.forEach(({ text }, index) => {
    const outlined = outlines[index];
    if (outlined) reader.addCell(text, outlined, source.startOf(index));
  });
  return reader.module();
}

class ModuleReader {
  private readonly syntax = emptySyntax();
  private readonly bodies: LazyBody[] = [];
  private readonly code: string[] = [];

  constructor(
    private readonly parser: Parser,
    private readonly source: SourceText,
    private readonly outlines: readonly Outline[],
  ) {}

  addCell(text: string, { bodies, code, comments }: Outline, base: number): void {
    this.code.push(code);
    for (const { start, end } of comments) this.comment(start + base, end + base);
    if (bodies.length > 0 && this.withoutBodies(text, bodies, base)) return;
    this.take(this.read(text, base));
  }

  module(): PythonModule {
    const { root } = this.syntax;
    const words = () => wordsOf(this.outlines);
    const index = new ModuleIndex(root, this.source.text, this.code.join('\n'), this.bodies, null, words);
    return new PythonModule(this.source, this.syntax, index);
  }

  /** Comments are those of the outline: it knows those in bodies, too. */
  private comment(start: number, end: number): void {
    this.syntax.comments.push(commentNode(start, end));
  }

  /** Reads a cell with its bodies left out. Answers false, having done nothing, when that does not come out clean. */
  private withoutBodies(text: string, ranges: readonly BodyRange[], base: number): boolean {
    const skeleton = new Skeleton(text, ranges, base);
    const read = this.read(skeleton.text, skeleton.original);
    if (read.errors.length > 0) return false;
    const blocks = placeholderBlocks(read.root.children, new Set(ranges.map(({ first }) => first + base)));
    const bodies = ranges.map((range) => this.lazyBody(range, base, blocks.get(range.first + base)));
    if (bodies.includes(null)) return false;
    this.bodies.push(...bodies.filter((each) => each !== null));
    this.take(read);
    return true;
  }

  private read(text: string, base: number | OffsetMap): Syntax {
    return readText(this.parser, text, base);
  }

  private take({ root, errors }: Syntax): void {
    adopt(this.syntax.root, root.children);
    this.syntax.root.end = Math.max(this.syntax.root.end, root.end);
    this.syntax.errors.push(...errors);
  }

  private lazyBody({ start, end }: BodyRange, base: number, block: SyntaxNode | undefined): LazyBody | null {
    if (!block) return null;
    return {
      start: start + base,
      end: end + base,
      block,
      read: () => {
        const { statements, errors } = readBody(this.parser, this.source.text, start + base, end + base);
        this.syntax.errors.push(...errors);
        block.children.length = 0;
        adopt(block, statements);
        return block.children;
      },
    };
  }
}

function readText(parser: Parser, text: string, base: number | OffsetMap): Syntax {
  const own = parsePython(text, base);
  if (own) return own;
  const read = emptySyntax();
  withTree(parser, text, (tree) => readSyntax(tree, base, read));
  return read;
}

/** The statements of a body, and where they make no sense. */
export interface ReadBody {
  readonly statements: readonly SyntaxNode[];
  readonly errors: readonly SyntaxNode[];
}

/** Reads the body between two offsets of a text: it is parsed behind a line that makes its indentation right. */
export function readBody(parser: Parser, text: string, start: number, end: number): ReadBody {
  const head = 'if 1:\n';
  const { root, errors } = readText(parser, head + text.slice(start, end), start - head.length);
  const statements = root.children.flatMap((node) => {
    const block = node.type === 'if_statement' && node.start < start ? child(node, 'consequence') : undefined;
    return block ? block.children : node.start < start ? [] : [node];
  });
  return { statements, errors };
}

export function commentNode(start: number, end: number): SyntaxNode {
  return { type: 'comment', start, end, field: null, parent: null, children: [] };
}

/** The blocks that hold nothing but a placeholder, by where they start. */
export function placeholderBlocks(
  nodes: readonly SyntaxNode[],
  starts: ReadonlySet<number>,
): Map<number, SyntaxNode> {
  const blocks = new Map<number, SyntaxNode>();
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const isPlaceholder =
      node.type === 'pass_statement' && node.parent?.type === 'block' && starts.has(node.start);
    if (isPlaceholder && node.parent?.children.length === 1) blocks.set(node.start, node.parent);
    waiting.push(...node.children);
  }
  return blocks;
}

export function adopt(parent: SyntaxNode, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) node.parent = parent;
  parent.children.push(...nodes);
}

import type { Parser } from 'web-tree-sitter';
import {
  child,
  emptySyntax,
  type OffsetMap,
  readSyntax,
  type Stretch,
  type Syntax,
  type SyntaxNode,
} from '../syntax';
import type { SourceText } from '../text';
import { withTree } from '../trees';
import { type LazyBody, ModuleIndex } from './moduleIndex';
import { type BodyRange, type Outline, outline, shortest, wordsOf } from './outline';
import { parsePython } from './parser/parse';
import { classHead } from './pieces';
import { Skeleton } from './skeleton';
import type { Spot } from './values';

/** A Python file (or all cells of a notebook, as one): text, tree, scopes. The parser's own trees are not kept. */
export class PythonModule {
  readonly path: string;

  constructor(
    readonly source: SourceText,
    readonly syntax: { readonly root: SyntaxNode; readonly errors: readonly Stretch[] },
    readonly index: ModuleIndex,
  ) {
    this.path = source.path;
    // What a function binds by `global` is the module's.
    index.ensure('global');
  }

  /** Where the text makes no sense, as far as it is parsed. */
  get errors(): readonly Stretch[] {
    return [...this.syntax.errors, ...this.index.errors].sort((a, b) => a.start - b.start);
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
  const syntax = emptySyntax();
  const bodies: LazyBody[] = [];
  source.cells.forEach(({ text }, index) => {
    const outlined = outlines[index];
    if (!outlined) return;
    const base = source.startOf(index);
    const read = readStatements(parser, text, outlined, base);
    const lazy = read.bodies.map(({ range, block }) => lazyBody(parser, source.text, range, block, syntax));
    bodies.push(...lazy);
    adopt(syntax.root, read.statements);
    syntax.errors.push(...read.errors);
  });
  syntax.root.end = source.text.length;
  const code = outlines.map((each) => each.code).join('\n');
  const words = () => wordsOf(outlines);
  return new PythonModule(
    source,
    syntax,
    new ModuleIndex(syntax.root, source.text, code, bodies, null, words),
  );
}

function lazyBody(
  parser: Parser,
  text: string,
  { start, end }: BodyRange,
  block: SyntaxNode,
  syntax: Syntax,
): LazyBody {
  const read = () => {
    const { statements, errors } = readBody(parser, text, start, end);
    syntax.errors.push(...errors);
    block.children.length = 0;
    adopt(block, statements);
    return block.children;
  };
  return { start, end, isShort: end - start < shortest, block, read };
}

/** A body that is left out, and the block that stands for it. */
export interface LeftOut {
  readonly range: BodyRange;
  readonly block: SyntaxNode;
}

/** The statements of a text, the bodies of its functions left out. */
export interface ReadStatements extends ReadBody {
  readonly bodies: readonly LeftOut[];
}

/**
 * Reads a text that begins at `base` of the module's. If that does not come out clean, short bodies are left out, too, and
 * then its statements are read one by one, so that what makes no sense in one is no other's. Bodies are left out of a
 * statement that is not clean if each is still found to be one.
 */
export function readStatements(
  parser: Parser,
  text: string,
  outlined: Outline,
  base: number,
): ReadStatements {
  const all = withoutBodies(parser, text, outlined.bodies, base);
  if (all) return all;
  if (!outlined.whole) return asItIs(parser, text, base);
  const { bodies: every } = outline(text, 0);
  const inPieces = every.length > outlined.bodies.length ? withoutBodies(parser, text, every, base) : null;
  if (inPieces) return inPieces;
  const readPart = (start: number, end: number): ReadStatements => {
    const bodies = every.filter((body) => body.start >= start && body.end <= end);
    const own = bodies.map((each) => moved(each, -start));
    const part = text.slice(start, end);
    const code = outlined.code.slice(start, end);
    const without = withoutBodies(parser, part, own, base + start, own.length > 0);
    return without ?? asItCanBe(parser, part, code, base + start);
  };
  const starts = [...new Set([0, ...outlined.statements])];
  const parts = starts.map((start, index) => readPart(start, starts[index + 1] ?? text.length));
  return {
    statements: parts.flatMap(({ statements }) => statements),
    errors: parts.flatMap(({ errors }) => errors),
    bodies: parts.flatMap(({ bodies }) => bodies),
  };
}

/** The members of a class by themselves; null when they make no sense so. */
export function readMembers(parser: Parser, text: string, base: number): ReadStatements | null {
  const whole = classHead + text;
  const read = withoutBodies(parser, whole, outline(whole, 0).bodies, base - classHead.length);
  const [made, ...others] = read?.statements ?? [];
  const block = made?.type === 'class_definition' && others.length === 0 ? child(made, 'body') : undefined;
  return read && block ? { ...read, statements: block.children } : null;
}

function asItIs(parser: Parser, text: string, base: number): ReadStatements {
  const { root, errors } = readText(parser, text, base);
  return { statements: root.children, errors, bodies: [] };
}

/**
 * A statement that makes no sense may have swallowed those behind it (`def f(:`): what begins at the start of a line is read
 * by itself if less of the text makes no sense then.
 */
function asItCanBe(parser: Parser, text: string, code: string, base: number): ReadStatements {
  const whole = asItIs(parser, text, base);
  const starts = [0, ...[...code.matchAll(/(?<=[\r\n])(?=[A-Za-z_@])/g)].map(({ index }) => index)];
  if (whole.errors.length === 0 || starts.length === 1) return whole;
  const lines = starts.map((start, index) =>
    asItIs(parser, text.slice(start, starts[index + 1] ?? text.length), base + start),
  );
  const errors = lines.flatMap((each) => each.errors);
  if (extent(errors) >= extent(whole.errors)) return whole;
  return { statements: lines.flatMap(({ statements }) => statements), errors, bodies: [] };
}

function extent(nodes: readonly SyntaxNode[]): number {
  return nodes.reduce((sum, { start, end }) => sum + end - start, 0);
}

function withoutBodies(
  parser: Parser,
  text: string,
  ranges: readonly BodyRange[],
  base: number,
  mayHaveErrors = false,
): ReadStatements | null {
  const skeleton = new Skeleton(text, ranges, base);
  const { root, errors } = readText(parser, skeleton.text, skeleton.original);
  if (errors.length > 0 && !mayHaveErrors) return null;
  const blocks = placeholderBlocks(root.children, new Set(ranges.map(({ first }) => first + base)));
  const bodies = ranges.flatMap((each) => {
    const range = moved(each, base);
    const block = blocks.get(range.first);
    return block ? [{ range, block }] : [];
  });
  return bodies.length === ranges.length ? { statements: root.children, errors, bodies } : null;
}

function moved({ start, end, first, indent }: BodyRange, by: number): BodyRange {
  return { start: start + by, end: end + by, first: first + by, indent };
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

/** The blocks that hold nothing but a placeholder, by where they start. */
function placeholderBlocks(
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

function adopt(parent: SyntaxNode, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) node.parent = parent;
  parent.children.push(...nodes);
}

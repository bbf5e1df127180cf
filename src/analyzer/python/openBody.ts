import type { Parser } from 'web-tree-sitter';
import type { SyntaxNode } from '../syntax';
import { type Anchor, anchored } from './anchored';
import { type ReadBody, readBody } from './module';
import type { LazyBody } from './moduleIndex';
import { type BodyRange, shortest } from './outline';

const word = /[\w\u0080-\uffff]+/g;

/** A function's body in an open document: parsed when it is asked for, and known as a body from then on, too. */
export class OpenBody implements LazyBody {
  private parsed: ReadBody | null = null;
  private readonly anchor: Anchor;
  /** Of its code. */
  readonly words: ReadonlySet<string>;

  constructor(
    private readonly parser: Parser,
    private readonly text: () => string,
    private range: BodyRange,
    readonly block: SyntaxNode,
    code: string,
    /** What is put into the block in its place. */
    private readonly placeholder: SyntaxNode | null = null,
  ) {
    this.words = new Set(code.match(word));
    this.anchor = { at: range.start };
  }

  get start(): number {
    return this.range.start;
  }

  get end(): number {
    return this.range.end;
  }

  get first(): number {
    return this.range.first;
  }

  get indent(): number {
    return this.range.indent;
  }

  /** Other analyses would not leave it out. */
  get isShort(): boolean {
    return this.end - this.start < shortest;
  }

  get isParsed(): boolean {
    return this.parsed !== null;
  }

  /** It was parsed, and made sense. */
  get isClean(): boolean {
    return this.parsed !== null && this.parsed.errors.length === 0;
  }

  get errors(): readonly SyntaxNode[] {
    return this.parsed?.errors ?? [];
  }

  /** Moves it, and all that was parsed of it or stands for that. */
  moveBy(by: number): void {
    const { start, end, first, indent } = this.range;
    this.range = { start: start + by, end: end + by, first: first + by, indent };
    this.anchor.at += by;
    if (this.parsed || !this.placeholder) return;
    this.placeholder.start += by;
    this.placeholder.end += by;
  }

  /** Parses it in a text that is not everybody's yet. */
  parse(text: string): ReadBody {
    if (this.parsed) return this.parsed;
    const { statements, errors } = readBody(this.parser, text, this.start, this.end);
    this.parsed = { statements: anchored(statements, this.anchor), errors: anchored(errors, this.anchor) };
    return this.parsed;
  }

  read(): readonly SyntaxNode[] {
    fill(this.block, this.parse(this.text()).statements);
    return this.block.children;
  }
}

/** Gives a block other statements. */
export function fill(block: SyntaxNode, statements: readonly SyntaxNode[]): void {
  for (const node of statements) node.parent = block;
  block.children.splice(0, block.children.length, ...statements);
}

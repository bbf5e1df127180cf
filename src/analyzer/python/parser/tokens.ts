import type { SyntaxNode } from '../../syntax';
import { type Lexer, type TokenKind, unclear } from './lexer';
import { as, type Nodes } from './nodes';

/** Nesting that is followed; deeper code is the other parser's, which has no stack to run out of. */
const deepest = 120;

/** What every part of the parser does with the tokens. */
export abstract class TokenParser {
  private nesting = 0;

  constructor(
    readonly lexer: Lexer,
    readonly nodes: Nodes,
  ) {}

  abstract expression(): SyntaxNode;

  /** Takes a sign or keyword that has to stand here. */
  expect(sign: string): void {
    if (!this.lexer.is(sign)) throw unclear;
    this.lexer.next();
  }

  /** Takes a sign or keyword if it stands here. */
  took(sign: string): boolean {
    if (!this.lexer.is(sign)) return false;
    this.lexer.next();
    return true;
  }

  identifier(): SyntaxNode {
    const { lexer } = this;
    if (lexer.kind !== 'name') throw unclear;
    const node = this.nodes.leaf('identifier', lexer.start, lexer.end);
    lexer.next();
    return node;
  }

  /** Whether the current token is of a kind. */
  at(kind: TokenKind): boolean {
    return this.lexer.kind === kind;
  }

  /** One level deeper. */
  protected enter(): void {
    if (++this.nesting > deepest) throw unclear;
  }

  protected leave(): void {
    this.nesting--;
  }
}

/** A node that fills no field. */
export function plain(node: SyntaxNode): SyntaxNode {
  return as(null, node);
}

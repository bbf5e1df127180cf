import type { SyntaxNode } from '../../syntax';
import { type Lexer, unclear } from './lexer';
import { as, type Nodes } from './nodes';

/** Reads what stands in the braces of an f-string, up to the sign that ends it, which is the lexer's current one. */
export type ReadExpression = () => SyntaxNode;

/** Reads the string that the lexer stands before, its quotes and contents, and moves the lexer behind it. */
export function readString(lexer: Lexer, nodes: Nodes, read: ReadExpression): SyntaxNode {
  return new StringReader(lexer, nodes, read).read();
}

class StringReader {
  private readonly text: string;
  private readonly children: SyntaxNode[] = [];

  constructor(
    private readonly lexer: Lexer,
    private readonly nodes: Nodes,
    private readonly readExpression: ReadExpression,
  ) {
    this.text = lexer.text;
  }

  read(): SyntaxNode {
    const { lexer, text } = this;
    const { start, end } = lexer;
    const prefix = text.slice(start, end);
    const one = text.charAt(end);
    const quote = text.startsWith(one + one + one, end) ? one + one + one : one;
    const from = end + quote.length;
    this.children.push(this.nodes.leaf('string_start', start, from));
    const isFormatted = /[fF]/.test(prefix);
    const close = isFormatted ? this.formatted(from, quote, /[rR]/.test(prefix)) : this.plain(from, quote);
    this.children.push(this.nodes.leaf('string_end', close, close + quote.length));
    lexer.resume(close + quote.length);
    return this.nodes.node('string', start, close + quote.length, this.children);
  }

  private content(start: number, end: number): void {
    if (end > start) this.children.push(this.nodes.leaf('string_content', start, end));
  }

  /** The end of the contents of a string without braces. */
  private plain(from: number, quote: string): number {
    const { text } = this;
    const isLong = quote.length === 3;
    const sign = quote.charCodeAt(0);
    for (let at = from; ; at++) {
      const code = text.charCodeAt(at);
      if (Number.isNaN(code) || (!isLong && (code === 10 || code === 13))) throw unclear;
      if (code === 92) at = afterBackslash(text, at) - 1;
      else if (code === sign && (!isLong || text.startsWith(quote, at))) {
        this.content(from, at);
        return at;
      }
    }
  }

  private formatted(from: number, quote: string, isRaw: boolean): number {
    const { text } = this;
    let start = from;
    for (let at = from; ;) {
      const code = text.charCodeAt(at);
      if (Number.isNaN(code) || (quote.length === 1 && (code === 10 || code === 13))) throw unclear;
      if (text.startsWith(quote, at)) {
        this.content(start, at);
        return at;
      }
      if (code === 92) at = this.escape(at, isRaw);
      else if (code === 123 && text.charCodeAt(at + 1) !== 123) {
        this.content(start, at);
        start = at = this.interpolation('interpolation', at, this.children);
      } else if (code === 125 && text.charCodeAt(at + 1) !== 125) throw unclear;
      else at += code === 123 || code === 125 ? 2 : 1;
    }
  }

  /** Behind an escape: a brace is none of it, but for `\N{name}`. */
  private escape(at: number, isRaw: boolean): number {
    const { text } = this;
    const next = text.charAt(at + 1);
    if (next === '{' || next === '}') return at + 1;
    if (next === 'N' && !isRaw && text.charAt(at + 2) === '{')
      return text.indexOf('}', at) + 1 || text.length;
    return afterBackslash(text, at);
  }

  /** `{expression=!r:specifier}`; answers where it ends. */
  private interpolation(type: string, at: number, into: SyntaxNode[]): number {
    const { lexer, nodes } = this;
    lexer.depth++;
    lexer.resume(at + 1);
    const children = [as('expression', this.readExpression())];
    if (lexer.is('=')) lexer.next();
    if (lexer.is('!')) children.push(as('type_conversion', this.conversion()));
    let end = lexer.end;
    if (lexer.is(':') || lexer.is(':=')) {
      const specifier = this.specifier(lexer.start);
      children.push(as('format_specifier', specifier));
      end = this.specifierEnd + 1;
      lexer.depth--;
    } else if (!lexer.is('}')) throw unclear;
    into.push(nodes.node(type, at, end, children));
    return end;
  }

  private conversion(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    lexer.next();
    if (lexer.kind !== 'name' || lexer.end !== start + 2) throw unclear;
    lexer.next();
    return nodes.leaf('type_conversion', start, start + 2);
  }

  private specifierEnd = 0;

  private specifier(start: number): SyntaxNode {
    const { text } = this;
    const children: SyntaxNode[] = [];
    let at = start + 1;
    for (let code = text.charCodeAt(at); code !== 125; code = text.charCodeAt(at)) {
      if (Number.isNaN(code) || code === 10 || code === 13) throw unclear;
      at = code === 123 ? this.interpolation('format_expression', at, children) : at + 1;
    }
    this.specifierEnd = at;
    return this.nodes.node('format_specifier', start, at, children);
  }
}

function afterBackslash(text: string, at: number): number {
  return text.startsWith('\r\n', at + 1) ? at + 3 : at + 2;
}

import type { SyntaxNode } from '../../syntax';
import { DeclarationParser } from './declarations';
import { unclear } from './lexer';
import { as } from './nodes';
import { plain } from './tokens';

/** Reads what stands in brackets and braces: lists, tuples, dictionaries, comprehensions. */
export abstract class DisplayParser extends DeclarationParser {
  /** Targets of a loop: names, members, tuples, before `in`. */
  abstract targets(): SyntaxNode;
  abstract yielded(): SyntaxNode;
  /** An expression, or `*x`. */
  protected abstract starred(): SyntaxNode;
  protected abstract splat(): SyntaxNode;
  /** An expression without a condition: what may stand before `if` in a comprehension. */
  protected abstract disjunction(): SyntaxNode;

  protected parenthesis(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    lexer.next();
    if (this.took(')')) return nodes.node('tuple', start, lexer.before, []);
    const first = lexer.is('yield') ? plain(this.yielded()) : this.starred();
    if (lexer.is('for') || lexer.is('async'))
      return this.comprehension('generator_expression', start, first, ')');
    if (!lexer.is(',')) {
      if (first.type === 'list_splat') throw unclear;
      this.expect(')');
      return nodes.node('parenthesized_expression', start, lexer.before, [first]);
    }
    return this.collection('tuple', start, first, ')');
  }

  protected list(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    lexer.next();
    if (this.took(']')) return nodes.node('list', start, lexer.before, []);
    const first = this.starred();
    if (lexer.is('for') || lexer.is('async'))
      return this.comprehension('list_comprehension', start, first, ']');
    return this.collection('list', start, first, ']');
  }

  protected braces(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    lexer.next();
    if (this.took('}')) return nodes.node('dictionary', start, lexer.before, []);
    if (lexer.is('**')) return this.dictionary(start, plain(this.splat()));
    const at = lexer.start;
    const first = this.starred();
    if (lexer.is(':')) {
      const pair = this.pair(first, at);
      if (lexer.is('for') || lexer.is('async'))
        return this.comprehension('dictionary_comprehension', start, pair, '}');
      return this.dictionary(start, pair);
    }
    if (lexer.is('for') || lexer.is('async'))
      return this.comprehension('set_comprehension', start, first, '}');
    return this.collection('set', start, first, '}');
  }

  private pair(key: SyntaxNode, start: number): SyntaxNode {
    this.expect(':');
    const value = as('value', this.expression());
    return this.nodes.node('pair', start, this.lexer.before, [as('key', key), value]);
  }

  private dictionary(start: number, first: SyntaxNode): SyntaxNode {
    const { lexer } = this;
    const children = [first];
    while (this.took(',')) {
      if (lexer.is('}')) break;
      const at = lexer.start;
      children.push(lexer.is('**') ? plain(this.splat()) : this.pair(this.expression(), at));
    }
    this.expect('}');
    return this.nodes.node('dictionary', start, lexer.before, children);
  }

  private collection(type: string, start: number, first: SyntaxNode, end: string): SyntaxNode {
    const { lexer } = this;
    const children = [first];
    while (this.took(',')) {
      if (lexer.is(end)) break;
      children.push(this.starred());
    }
    this.expect(end);
    return this.nodes.node(type, start, lexer.before, children);
  }

  protected comprehension(type: string, start: number, body: SyntaxNode, end: string): SyntaxNode {
    const { lexer, nodes } = this;
    const children = [as('body', body)];
    while (!lexer.is(end)) {
      const from = lexer.start;
      if (!this.took('if')) children.push(this.loop());
      else {
        const test = plain(this.disjunction());
        children.push(nodes.node('if_clause', from, lexer.before, [test]));
      }
    }
    this.expect(end);
    return nodes.node(type, start, lexer.before, children);
  }

  private loop(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    this.took('async');
    this.expect('for');
    const left = as('left', this.targets());
    this.expect('in');
    const right = as('right', this.disjunction());
    return nodes.node('for_in_clause', start, lexer.before, [left, right]);
  }
}

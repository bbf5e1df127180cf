import type { SyntaxNode } from '../../syntax';
import { unclear } from './lexer';
import { as } from './nodes';
import { plain, TokenParser } from './tokens';

const typeEnds = new Set(['', ',', ')', ']', '=', ':']);

/** Reads parameters and annotations. */
export abstract class DeclarationParser extends TokenParser {
  parameters(end: string, withTypes: boolean): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    while (!this.lexer.is(end)) {
      found.push(this.parameter(withTypes));
      if (!this.took(',')) break;
    }
    return found;
  }

  /** An annotation. */
  type(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    this.enter();
    if (lexer.is('*') || lexer.is('**')) throw unclear;
    const isGeneric = this.startsGeneric();
    const inner = isGeneric ? this.union() : this.expression();
    if (isGeneric && !typeEnds.has(lexer.sign)) throw unclear;
    this.leave();
    return this.nodes.node('type', start, lexer.before, [plain(inner)]);
  }

  /** `List[int] | None`. */
  private union(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    let node = this.genericType();
    while (lexer.is('|')) {
      const left = nodes.node('type', start, lexer.before, [node]);
      lexer.next();
      const from = lexer.start;
      const other = this.startsGeneric() ? this.genericType() : this.expression();
      const right = nodes.node('type', from, lexer.before, [other]);
      node = nodes.node('union_type', start, lexer.before, [left, right]);
    }
    return node;
  }

  private startsGeneric(): boolean {
    const { lexer } = this;
    return lexer.kind === 'name' && lexer.text.charAt(lexer.end) === '[';
  }

  private genericType(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    const name = this.identifier();
    const from = lexer.start;
    lexer.next();
    const types: SyntaxNode[] = [];
    while (!lexer.is(']')) {
      types.push(this.type());
      if (!this.took(',')) break;
    }
    this.expect(']');
    const parameter = this.nodes.node('type_parameter', from, lexer.before, types);
    return this.nodes.node('generic_type', start, lexer.before, [name, parameter]);
  }

  private parameter(withTypes: boolean): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    if (this.took('/')) return nodes.leaf('positional_separator', start, lexer.before);
    const stars = lexer.is('*') || lexer.is('**') ? lexer.sign : '';
    if (stars) lexer.next();
    if (stars === '*' && lexer.kind !== 'name') return nodes.leaf('keyword_separator', start, lexer.before);
    const name = this.identifier();
    const kind = stars === '*' ? 'list_splat_pattern' : 'dictionary_splat_pattern';
    const target = stars ? nodes.node(kind, start, lexer.before, [name]) : name;
    const type = withTypes && this.took(':') ? as('type', this.type()) : null;
    if (!stars && this.took('=')) {
      const value = as('value', this.expression());
      const children = type ? [as('name', target), type, value] : [as('name', target), value];
      return nodes.node(
        type ? 'typed_default_parameter' : 'default_parameter',
        start,
        lexer.before,
        children,
      );
    }
    return type ? nodes.node('typed_parameter', start, lexer.before, [target, type]) : target;
  }
}

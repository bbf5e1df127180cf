import type { SyntaxNode } from '../../syntax';
import { DisplayParser } from './displays';
import { unclear } from './lexer';
import { as } from './nodes';
import { asPattern } from './patterns';
import { readString } from './strings';
import { plain } from './tokens';

/** How tight binary operators bind, as the grammar of tree-sitter has it. */
const binding: Readonly<Record<string, number | undefined>> = {
  '|': 1,
  '&': 2,
  '^': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
};

const comparisons = new Set(['<', '>', '<=', '>=', '==', '!=', 'in', 'not', 'is']);
const constants: Readonly<Record<string, string | undefined>> = {
  True: 'true',
  False: 'false',
  None: 'none',
};

/** Reads expressions. Each method starts at the current token and ends at the first that is not its own. */
export class ExpressionParser extends DisplayParser {
  expression(): SyntaxNode {
    this.enter();
    const node = this.lexer.is('lambda') ? this.lambda() : this.conditional();
    this.leave();
    return node;
  }

  /** An expression, or several between commas: `expression_list`. */
  expressions(): SyntaxNode {
    const { start } = this.lexer;
    const [first, ...rest] = this.items();
    if (!first) throw unclear;
    if (rest.length === 0 && !this.trailing) return first;
    return this.nodes.node('expression_list', start, this.lexer.before, [first, ...rest]);
  }

  /** Whether the items that were read last ended in a comma. */
  trailing = false;

  /** Expressions between commas. */
  items(): SyntaxNode[] {
    const found = [this.starred()];
    let trailing = false;
    while (this.took(',')) {
      trailing = this.endsList();
      if (trailing) break;
      found.push(this.starred());
    }
    this.trailing = trailing;
    return found;
  }

  /** `yield`, `yield from x`, `yield x, y`. */
  yielded(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const value = this.took('from') ? [this.expression()] : this.endsList() ? [] : [this.expressions()];
    return this.nodes.node('yield', start, lexer.before, value);
  }

  /** Targets of a loop: names, members, tuples, before `in`. */
  targets(): SyntaxNode {
    const { start } = this.lexer;
    const found = [this.target()];
    let isList = false;
    while (this.took(',')) {
      isList = true;
      if (this.lexer.is('in')) break;
      found.push(this.target());
    }
    const [first] = found;
    if (!first) throw unclear;
    return isList ? this.nodes.node('pattern_list', start, this.lexer.before, found) : first;
  }

  /** Something before `as NAME`, `.name` and the like: an atom with what follows it. */
  primary(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    let node = this.atom();
    for (;;) {
      if (lexer.sign === '') return node;
      if (lexer.is('.')) {
        lexer.next();
        const name = as('attribute', this.identifier());
        node = this.nodes.node('attribute', start, lexer.before, [as('object', node), name]);
      } else if (lexer.is('(')) {
        const list = as('arguments', this.argumentList());
        node = this.nodes.node('call', start, lexer.before, [as('function', node), list]);
      } else if (lexer.is('[')) node = this.subscript(node, start);
      else return node;
    }
  }

  /** `(…)` of a call or class; a lone generator stands for the list. */
  argumentList(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    this.enter();
    lexer.next();
    const found: SyntaxNode[] = [];
    while (!lexer.is(')')) {
      const argument = this.argument();
      if (lexer.is('for') || lexer.is('async')) {
        if (found.length > 0 || argument.type === 'keyword_argument') throw unclear;
        this.leave();
        return this.comprehension('generator_expression', start, argument, ')');
      }
      found.push(argument);
      if (!this.took(',')) break;
    }
    this.expect(')');
    this.leave();
    return this.nodes.node('argument_list', start, lexer.before, found);
  }

  /** Whether a list of expressions ends here, behind a comma or before its first. */
  private endsList(): boolean {
    const { kind, sign } = this.lexer;
    if (kind === 'newline' || kind === 'end') return true;
    return kind === 'sign' && listEnds.has(sign);
  }

  private target(): SyntaxNode {
    return asPattern(this.lexer.is('*') ? this.splat() : this.primary());
  }

  /** An expression, or `*x`. */
  protected starred(): SyntaxNode {
    return plain(this.lexer.is('*') ? this.splat() : this.expression());
  }

  protected splat(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    const type = lexer.is('**') ? 'dictionary_splat' : 'list_splat';
    lexer.next();
    const value = plain(this.expression());
    return this.nodes.node(type, start, lexer.before, [value]);
  }

  private lambda(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    lexer.next();
    const children: SyntaxNode[] = [];
    if (!lexer.is(':')) {
      const from = lexer.start;
      const parameters = this.parameters(':', false);
      children.push(as('parameters', nodes.node('lambda_parameters', from, lexer.before, parameters)));
    }
    this.expect(':');
    children.push(as('body', this.expression()));
    return nodes.node('lambda', start, lexer.before, children);
  }

  private conditional(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    const node = this.disjunction();
    if (lexer.is(':=')) {
      if (node.type !== 'identifier') throw unclear;
      lexer.next();
      const value = as('value', this.expression());
      return nodes.node('named_expression', start, lexer.before, [as('name', node), value]);
    }
    if (!lexer.is('if')) return node;
    lexer.next();
    const test = this.disjunction();
    this.expect('else');
    const other = this.expression();
    return nodes.node('conditional_expression', start, lexer.before, [
      plain(node),
      plain(test),
      plain(other),
    ]);
  }

  protected disjunction(): SyntaxNode {
    const { start } = this.lexer;
    let node = this.conjunction();
    while (this.lexer.is('or')) node = this.joined(start, node, this.operator('or'), this.conjunction());
    return node;
  }

  private conjunction(): SyntaxNode {
    const { start } = this.lexer;
    let node = this.negation();
    while (this.lexer.is('and')) node = this.joined(start, node, this.operator('and'), this.negation());
    return node;
  }

  /** Takes the sign of an operator. */
  private operator(type: string): SyntaxNode {
    const { lexer } = this;
    const sign = as('operator', this.nodes.leaf(type, lexer.start, lexer.end));
    lexer.next();
    return sign;
  }

  private joined(start: number, left: SyntaxNode, sign: SyntaxNode, right: SyntaxNode): SyntaxNode {
    const children = [as('left', left), sign, as('right', right)];
    return this.nodes.node('boolean_operator', start, this.lexer.before, children);
  }

  private negation(): SyntaxNode {
    const { lexer } = this;
    if (!lexer.is('not')) return this.comparison();
    this.enter();
    const { start } = lexer;
    lexer.next();
    const argument = as('argument', this.negation());
    this.leave();
    return this.nodes.node('not_operator', start, lexer.before, [argument]);
  }

  private comparison(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    const first = this.operation(1);
    if (lexer.sign === '' || !comparisons.has(lexer.sign)) return first;
    const children = [plain(first)];
    while (lexer.sign !== '' && comparisons.has(lexer.sign)) {
      children.push(as('operators', this.comparisonSign()), plain(this.operation(1)));
    }
    return this.nodes.node('comparison_operator', start, lexer.before, children);
  }

  private comparisonSign(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    let { sign } = lexer;
    lexer.next();
    if (sign === 'not') {
      this.expect('in');
      sign = 'not in';
    } else if (sign === 'is' && this.took('not')) sign = 'is not';
    return this.nodes.leaf(sign, start, lexer.before);
  }

  /** Binary operators that bind at least so tight. */
  private operation(least: number): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    let node = this.unary();
    for (;;) {
      const tight = lexer.kind === 'sign' ? binding[lexer.sign] : undefined;
      if (tight === undefined || tight < least) return node;
      const sign = as('operator', nodes.leaf(lexer.sign, lexer.start, lexer.end));
      lexer.next();
      const right = as('right', this.operation(tight + 1));
      node = nodes.node('binary_operator', start, lexer.before, [as('left', node), sign, right]);
    }
  }

  private unary(): SyntaxNode {
    const { lexer, nodes } = this;
    if (!lexer.is('-') && !lexer.is('+') && !lexer.is('~')) return this.power();
    this.enter();
    const { start } = lexer;
    const sign = as('operator', nodes.leaf(lexer.sign, lexer.start, lexer.end));
    lexer.next();
    const argument = as('argument', this.unary());
    this.leave();
    return nodes.node('unary_operator', start, lexer.before, [sign, argument]);
  }

  private power(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    const node = lexer.is('await') ? this.awaited() : this.primary();
    if (!lexer.is('**')) return node;
    const sign = as('operator', nodes.leaf('**', lexer.start, lexer.end));
    lexer.next();
    const right = as('right', this.unary());
    return nodes.node('binary_operator', start, lexer.before, [as('left', node), sign, right]);
  }

  private awaited(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const value = this.primary();
    return this.nodes.node('await', start, lexer.before, [plain(value)]);
  }

  private atom(): SyntaxNode {
    const { lexer, nodes } = this;
    const { kind, start, end, sign } = lexer;
    if (kind === 'name') return this.identifier();
    if (kind === 'string') return this.strings();
    if (kind === 'integer' || kind === 'float') {
      lexer.next();
      return nodes.leaf(kind, start, end);
    }
    if (sign === '(') return this.parenthesis();
    if (sign === '[') return this.list();
    if (sign === '{') return this.braces();
    const constant = sign === '...' ? 'ellipsis' : constants[sign];
    if (constant === undefined) throw unclear;
    lexer.next();
    return nodes.leaf(constant, start, end);
  }

  private strings(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    const read = () => this.interpolated();
    const found = [readString(lexer, nodes, read)];
    while (lexer.kind === 'string') found.push(readString(lexer, nodes, read));
    const [first] = found;
    if (!first) throw unclear;
    return found.length === 1 ? first : nodes.node('concatenated_string', start, lexer.before, found);
  }

  private interpolated(): SyntaxNode {
    this.enter();
    const node = this.lexer.is('yield') ? this.yielded() : this.expressions();
    this.leave();
    return node;
  }

  private argument(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    if (lexer.is('*') || lexer.is('**')) return this.splat();
    const node = this.expression();
    if (!lexer.is('=')) return plain(node);
    if (node.type !== 'identifier') throw unclear;
    lexer.next();
    const value = as('value', this.expression());
    return nodes.node('keyword_argument', start, lexer.before, [as('name', node), value]);
  }

  private subscript(value: SyntaxNode, start: number): SyntaxNode {
    const { lexer } = this;
    this.enter();
    lexer.next();
    const children = [as('value', value)];
    while (!lexer.is(']')) {
      children.push(as('subscript', this.index()));
      if (!this.took(',')) break;
    }
    this.expect(']');
    this.leave();
    if (children.length === 1) throw unclear;
    return this.nodes.node('subscript', start, lexer.before, children);
  }

  /** One index of a subscript, a slice perhaps. */
  private index(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    const first = lexer.is(':') ? null : this.starred();
    if (!lexer.is(':')) return first ?? this.expression();
    const children = first ? [plain(first)] : [];
    while (this.took(':')) {
      if (!lexer.is(':') && !lexer.is(',') && !lexer.is(']')) children.push(plain(this.expression()));
    }
    return nodes.node('slice', start, lexer.before, children);
  }
}

const listEnds = new Set([
  ')',
  ']',
  '}',
  '=',
  ':',
  ';',
  '+=',
  '-=',
  '*=',
  '/=',
  '//=',
  '%=',
  '**=',
  '>>=',
  '<<=',
  '&=',
  '^=',
  '|=',
  '@=',
]);

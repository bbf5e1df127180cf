import type { SyntaxNode } from '../../syntax';
import { ExpressionParser } from './expressions';
import { unclear } from './lexer';
import { as } from './nodes';
import { asPattern } from './patterns';

const augmented = new Set('+= -= *= /= //= %= **= >>= <<= &= ^= |= @='.split(' '));
/** Names that begin a statement of their own where no sign follows that makes them a name. */
const soft = new Set(['print', 'exec', 'match', 'type']);
const afterName = new Set(['=', '.', ',', ')', ':']);
/** Blocks in blocks that are followed. */
const deepest = 60;

/** Reads statements. */
export class StatementParser extends ExpressionParser {
  private blocks = 0;

  /** All statements of a text. */
  module(): SyntaxNode[] {
    const { lexer } = this;
    const found: SyntaxNode[] = [];
    lexer.next();
    while (!this.at('end')) {
      if (lexer.kind === 'newline') lexer.next();
      else this.statement(found);
    }
    return found;
  }

  /** Reads the statements of a line, or a compound one, into `found`. */
  private statement(found: SyntaxNode[]): void {
    const { lexer } = this;
    if (lexer.kind === 'indent' || lexer.kind === 'dedent') throw unclear;
    const compound = lexer.kind === 'keyword' ? compounds[lexer.sign] : undefined;
    if (compound) found.push(compound(this));
    else if (lexer.is('@')) found.push(this.decorated());
    else this.line(found);
  }

  private line(found: SyntaxNode[]): void {
    const { lexer } = this;
    for (;;) {
      found.push(this.simple());
      if (!this.took(';') || lexer.kind === 'newline') break;
    }
    if (lexer.kind !== 'newline') throw unclear;
    lexer.next();
  }

  private simple(): SyntaxNode {
    const { lexer } = this;
    const read = lexer.kind === 'keyword' ? simples[lexer.sign] : undefined;
    return read ? read(this) : this.expressionStatement();
  }

  /** `:` and the statements behind it. */
  block(): SyntaxNode {
    const { lexer } = this;
    this.expect(':');
    if (++this.blocks > deepest) throw unclear;
    const found: SyntaxNode[] = [];
    if (lexer.kind !== 'newline') this.line(found);
    else {
      lexer.next();
      if (!this.at('indent')) throw unclear;
      lexer.next();
      while (!this.dedented()) this.statement(found);
    }
    this.blocks--;
    return this.around('block', found);
  }

  private dedented(): boolean {
    const { lexer } = this;
    if (this.at('end')) throw unclear;
    if (lexer.kind !== 'dedent') return false;
    lexer.next();
    return true;
  }

  private around(type: string, statements: SyntaxNode[]): SyntaxNode {
    const first = statements[0];
    const last = statements.at(-1);
    if (!first || !last) throw unclear;
    const node = this.nodes.node(type, 0, 0, statements);
    node.start = first.start;
    node.end = last.end;
    return node;
  }

  /** A compound statement: it ends where its last part ends, before the line break. */
  compound(type: string, start: number, children: readonly (SyntaxNode | null)[]): SyntaxNode {
    const parts = children.filter((each) => each !== null);
    const node = this.nodes.node(type, start, start, parts);
    node.end = parts.at(-1)?.end ?? node.end;
    return node;
  }

  private decorated(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    const children: SyntaxNode[] = [];
    while (lexer.is('@')) {
      const at = lexer.start;
      lexer.next();
      const expression = as(null, this.expression());
      children.push(this.nodes.node('decorator', at, lexer.before, [expression]));
      if (lexer.kind !== 'newline') throw unclear;
      lexer.next();
    }
    const definition = lexer.kind === 'keyword' ? compounds[lexer.sign]?.(this) : undefined;
    if (definition?.type !== 'function_definition' && definition?.type !== 'class_definition') throw unclear;
    return this.compound('decorated_definition', start, [...children, as('definition', definition)]);
  }

  private expressionStatement(): SyntaxNode {
    const { lexer, nodes } = this;
    const { start } = lexer;
    const isSoft = lexer.kind === 'name' && soft.has(lexer.textOf());
    if (isSoft) this.refuseSoft(lexer.textOf());
    if (lexer.is('yield')) {
      const value = this.yieldStatement();
      return nodes.node('expression_statement', start, lexer.before, [value]);
    }
    const items = this.items();
    const [only] = items;
    if (!only) throw unclear;
    const isList = items.length > 1 || this.trailing;
    if (!lexer.is('=') && !lexer.is(':') && !augmented.has(lexer.sign))
      return nodes.node('expression_statement', start, lexer.before, items);
    const left = isList ? nodes.node('expression_list', start, lexer.before, items) : only;
    const assignment = this.assignment(left, start);
    return nodes.node('expression_statement', start, lexer.before, [assignment]);
  }

  private yieldStatement(): SyntaxNode {
    const node = as(null, this.yielded());
    if (this.lexer.is('=')) throw unclear;
    return node;
  }

  /** `print x`, `match x:` … are the other parser's. */
  private refuseSoft(word: string): void {
    const { text, end } = this.lexer;
    const next = /[^ \t]/.exec(text.slice(end, end + 80))?.[0] ?? '\n';
    const isCall = next === '(' && (word === 'print' || word === 'type' || word === 'exec');
    if (!isCall && !afterName.has(next) && !/[\r\n;]/.test(next)) throw unclear;
  }

  /** What stands right of a target that was read: `= value`, `: type = value`, `+= value`. */
  private assignment(left: SyntaxNode, start: number): SyntaxNode {
    const { lexer, nodes } = this;
    const target = as('left', asPattern(left));
    if (augmented.has(lexer.sign)) {
      const sign = as('operator', nodes.leaf(lexer.sign, lexer.start, lexer.end));
      lexer.next();
      const right = as('right', this.value());
      return nodes.node('augmented_assignment', start, lexer.before, [target, sign, right]);
    }
    const children = [target];
    if (this.took(':')) children.push(as('type', this.type()));
    if (this.took('=')) children.push(as('right', this.value()));
    return nodes.node('assignment', start, lexer.before, children);
  }

  /** The right side of an assignment, which may be one itself. */
  private value(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    if (lexer.is('yield')) return this.yielded();
    const value = this.expressions();
    return lexer.is('=') ? this.assignment(value, start) : value;
  }

  dottedName(): SyntaxNode {
    const { lexer } = this;
    const { start } = lexer;
    const names = [this.identifier()];
    while (this.took('.')) names.push(this.identifier());
    return this.nodes.node('dotted_name', start, lexer.before, names);
  }

  /** `a.b as c, d`, in brackets perhaps. */
  importedNames(): SyntaxNode[] {
    const { lexer, nodes } = this;
    const found: SyntaxNode[] = [];
    do {
      if (lexer.is(')')) break;
      const { start } = lexer;
      const name = this.dottedName();
      if (this.took('as')) {
        const alias = as('alias', this.identifier());
        const node = nodes.node('aliased_import', start, lexer.before, [as('name', name), alias]);
        found.push(as('name', node));
      } else found.push(as('name', name));
    } while (this.took(','));
    return found;
  }

  clause(type: string, keyword: string, field: string | null): SyntaxNode | null {
    const { start } = this.lexer;
    if (!this.took(keyword)) return null;
    return this.compound(type, start, [as(field, this.block())]);
  }
}

type Read = (parser: StatementParser) => SyntaxNode;

/** A statement that is its keyword and expressions. */
function keywordStatement(type: string, read: (parser: StatementParser) => SyntaxNode[]): Read {
  return (parser) => {
    const { lexer } = parser;
    const { start } = lexer;
    lexer.next();
    const children = read(parser);
    return parser.nodes.node(type, start, lexer.before, children);
  };
}

function isLineEnd({ lexer }: StatementParser): boolean {
  return lexer.kind === 'newline' || lexer.is(';');
}

function optionalExpressions(parser: StatementParser): SyntaxNode[] {
  return isLineEnd(parser) ? [] : [as(null, parser.expressions())];
}

function names(parser: StatementParser): SyntaxNode[] {
  const found = [parser.identifier()];
  while (parser.took(',')) found.push(parser.identifier());
  return found;
}

const simples: Readonly<Record<string, Read | undefined>> = {
  pass: keywordStatement('pass_statement', () => []),
  break: keywordStatement('break_statement', () => []),
  continue: keywordStatement('continue_statement', () => []),
  return: keywordStatement('return_statement', optionalExpressions),
  del: keywordStatement('delete_statement', (parser) => [as(null, parser.expressions())]),
  assert: keywordStatement('assert_statement', (parser) => parser.items()),
  global: keywordStatement('global_statement', names),
  nonlocal: keywordStatement('nonlocal_statement', names),
  raise: keywordStatement('raise_statement', (parser) => {
    const raised = optionalExpressions(parser);
    return parser.took('from') ? [...raised, as('cause', parser.expression())] : raised;
  }),
  import: keywordStatement('import_statement', (parser) => parser.importedNames()),
  from: fromImport,
};

function fromImport(parser: StatementParser): SyntaxNode {
  const { lexer, nodes } = parser;
  const { start } = lexer;
  lexer.next();
  const isFuture = lexer.kind === 'name' && lexer.textOf() === '__future__';
  const module = as('module_name', importedModule(parser));
  parser.expect('import');
  const star = lexer.is('*') ? nodes.leaf('wildcard_import', lexer.start, lexer.end) : null;
  if (star) lexer.next();
  const isBracketed = !star && parser.took('(');
  const members = star ? [star] : parser.importedNames();
  if (isBracketed) parser.expect(')');
  const children = isFuture ? members : [module, ...members];
  return nodes.node(
    isFuture ? 'future_import_statement' : 'import_from_statement',
    start,
    lexer.before,
    children,
  );
}

function importedModule(parser: StatementParser): SyntaxNode {
  const { lexer, nodes } = parser;
  const { start } = lexer;
  if (!lexer.is('.') && !lexer.is('...')) return parser.dottedName();
  while (lexer.is('.') || lexer.is('...')) lexer.next();
  const prefix = nodes.leaf('import_prefix', start, lexer.before);
  const children = lexer.is('import') ? [prefix] : [prefix, parser.dottedName()];
  return nodes.node('relative_import', start, lexer.before, children);
}

const compounds: Readonly<Record<string, Read | undefined>> = {
  if: (parser) => {
    const { start } = parser.lexer;
    parser.lexer.next();
    const condition = as('condition', parser.expression());
    const children = [condition, as('consequence', parser.block())];
    for (let at = parser.lexer.start; parser.lexer.is('elif'); at = parser.lexer.start) {
      parser.lexer.next();
      const test = as('condition', parser.expression());
      const body = as('consequence', parser.block());
      children.push(as('alternative', parser.compound('elif_clause', at, [test, body])));
    }
    const other = parser.clause('else_clause', 'else', 'body');
    return parser.compound('if_statement', start, [...children, other && as('alternative', other)]);
  },
  while: (parser) => {
    const { start } = parser.lexer;
    parser.lexer.next();
    const condition = as('condition', parser.expression());
    const body = as('body', parser.block());
    const other = parser.clause('else_clause', 'else', 'body');
    return parser.compound('while_statement', start, [condition, body, other && as('alternative', other)]);
  },
  for: (parser) => forStatement(parser, parser.lexer.start),
  try: (parser) => {
    const { start } = parser.lexer;
    parser.lexer.next();
    const children: (SyntaxNode | null)[] = [as('body', parser.block())];
    while (parser.lexer.is('except')) children.push(exceptClause(parser));
    children.push(parser.clause('else_clause', 'else', 'body'));
    children.push(parser.clause('finally_clause', 'finally', null));
    if (children.every((each, index) => index === 0 || each === null)) throw unclear;
    return parser.compound('try_statement', start, children);
  },
  with: (parser) => withStatement(parser, parser.lexer.start),
  def: (parser) => functionDefinition(parser, parser.lexer.start),
  class: (parser) => {
    const { lexer } = parser;
    const { start } = lexer;
    lexer.next();
    const name = as('name', parser.identifier());
    const bases = lexer.is('(') ? as('superclasses', parser.argumentList()) : null;
    if (bases && bases.type !== 'argument_list') throw unclear;
    return parser.compound('class_definition', start, [name, bases, as('body', parser.block())]);
  },
  async: (parser) => {
    const { lexer } = parser;
    const { start } = lexer;
    lexer.next();
    if (lexer.is('def')) return functionDefinition(parser, start);
    if (lexer.is('for')) return forStatement(parser, start);
    if (lexer.is('with')) return withStatement(parser, start);
    throw unclear;
  },
};

function forStatement(parser: StatementParser, start: number): SyntaxNode {
  parser.lexer.next();
  const left = as('left', parser.targets());
  parser.expect('in');
  const right = as('right', parser.expressions());
  const body = as('body', parser.block());
  const other = parser.clause('else_clause', 'else', 'body');
  return parser.compound('for_statement', start, [left, right, body, other && as('alternative', other)]);
}

function exceptClause(parser: StatementParser): SyntaxNode {
  const { lexer } = parser;
  const { start } = lexer;
  lexer.next();
  const value = lexer.is(':') ? null : as('value', named(parser));
  return parser.compound('except_clause', start, [value, as(null, parser.block())]);
}

/** `x`, or `x as y`. */
function named(parser: StatementParser): SyntaxNode {
  const { lexer, nodes } = parser;
  const { start } = lexer;
  const value = as(null, parser.expression());
  if (!parser.took('as')) return value;
  const from = lexer.start;
  const target = as(null, parser.primary());
  const alias = as('alias', nodes.node('as_pattern_target', from, lexer.before, [target]));
  return nodes.node('as_pattern', start, lexer.before, [value, alias]);
}

function withStatement(parser: StatementParser, start: number): SyntaxNode {
  const { lexer, nodes } = parser;
  lexer.next();
  const from = lexer.start;
  const isBracketed = lexer.is('(');
  const items: SyntaxNode[] = [];
  do {
    const at = lexer.start;
    const value = as('value', named(parser));
    items.push(nodes.node('with_item', at, lexer.before, [value]));
    // `with (a, b):` has two items.
    if (isBracketed && value.type === 'tuple' && items.length === 1) throw unclear;
  } while (parser.took(','));
  const clause = nodes.node('with_clause', from, lexer.before, items);
  return parser.compound('with_statement', start, [clause, as('body', parser.block())]);
}

function functionDefinition(parser: StatementParser, start: number): SyntaxNode {
  const { lexer, nodes } = parser;
  lexer.next();
  const name = as('name', parser.identifier());
  const from = lexer.start;
  parser.expect('(');
  const list = parser.parameters(')', true);
  parser.expect(')');
  const parameters = as('parameters', nodes.node('parameters', from, lexer.before, list));
  const result = parser.took('->') ? as('return_type', parser.type()) : null;
  return parser.compound('function_definition', start, [
    name,
    parameters,
    result,
    as('body', parser.block()),
  ]);
}

import { child, childrenIn, covers, type SyntaxNode } from '../syntax';
import type { Binding } from './scope';

/** The bindings of a name that may hold where it is used. */
export interface Reaching {
  /** In the order in which they were met, walking backwards. */
  readonly bindings: readonly Binding[];
  /** Whether the use may be reached without passing any of them. */
  readonly unbound: boolean;
}

/**
 * Which of `candidates` (bindings of one name, in one scope) reach `use`: a walk backwards over the statements before it,
 * out of the blocks around it, up to the scope's own node. Branches are joined, a branch that returns or raises is left out,
 * a loop's later statements reach its earlier ones.
 */
export function reaching(
  candidates: readonly Binding[],
  use: SyntaxNode,
  scopeNode: SyntaxNode,
  text: string,
): Reaching {
  const walk = new ReachWalk(candidates, text);
  const unbound = walk.before(use, scopeNode);
  return { bindings: [...walk.found], unbound };
}

/** Which of `candidates` hold when the scope's body has run. */
export function reachingEnd(candidates: readonly Binding[], scopeNode: SyntaxNode, text: string): Reaching {
  const walk = new ReachWalk(candidates, text);
  const body = scopeNode.type === 'module' ? scopeNode : child(scopeNode, 'body');
  const killed = (body ? walk.block(body) : false) || walk.parameters();
  return { bindings: [...walk.found], unbound: !killed };
}

const blocks = new Set(['module', 'block', 'ERROR']);
const functions = new Set(['function_definition', 'class_definition', 'decorated_definition']);
const endings = new Set(['return_statement', 'raise_statement']);
const exitCall = /^(sys\.exit|os\._exit|exit|quit|[\w.]*parser\.error)\s*\(/;

class ReachWalk {
  readonly found = new Set<Binding>();

  constructor(
    private readonly candidates: readonly Binding[],
    private readonly text: string,
  ) {}

  /** Whether the walk from `use` meets the start of the scope. */
  before(use: SyntaxNode, scopeNode: SyntaxNode): boolean {
    let node = use;
    if (this.walrusBefore(use)) return false;
    while (node !== scopeNode && node.parent) {
      const { parent } = node;
      if (blocks.has(parent.type) && node.type !== 'case_clause' && this.siblingsBefore(parent, node))
        return false;
      const leave = leaving[parent.type];
      if (leave && parent !== scopeNode && leave(this, node, parent)) return false;
      node = parent;
    }
    return !this.parameters();
  }

  /** At the start of a function its parameters are bound. */
  parameters(): boolean {
    return this.take(this.candidates.filter(({ source }) => source.kind === 'parameter'));
  }

  private siblingsBefore({ children }: SyntaxNode, node: SyntaxNode): boolean {
    for (let i = children.indexOf(node) - 1; i >= 0; i--) {
      const sibling = children[i];
      if (sibling && this.effect(sibling)) return true;
    }
    return false;
  }

  /** A walrus to the left in the same statement. */
  private walrusBefore(use: SyntaxNode): boolean {
    let statement = use;
    while (statement.parent && !blocks.has(statement.parent.type)) statement = statement.parent;
    const body = child(statement, 'body') ?? child(statement, 'consequence');
    if (body && covers(body, use)) return false;
    const walrus = this.within(statement).filter(
      ({ node }) => node.parent?.type === 'named_expression' && node.parent.end <= use.start,
    );
    return this.take(walrus);
  }

  /** Adds what a statement binds; whether it binds the name on every way through it. */
  effect(statement: SyntaxNode): boolean {
    if (this.within(statement).length === 0) return false;
    const compound = effects[statement.type];
    if (compound) return compound(this, statement);
    if (functions.has(statement.type)) return this.definition(statement);
    return this.take(this.within(statement).slice(-1));
  }

  /** A definition binds its own name; what its body binds by `global` holds once it was called. */
  private definition(statement: SyntaxNode): boolean {
    let own = false;
    for (const binding of this.within(statement)) {
      this.found.add(binding);
      own ||= binding.source.kind === 'definition' && covers(binding.source.definition, binding.node);
    }
    return own;
  }

  block(block: SyntaxNode): boolean {
    for (let i = block.children.length - 1; i >= 0; i--) {
      const statement = block.children[i];
      if (statement && this.effect(statement)) return true;
    }
    return false;
  }

  /** A branch: one that ends the function brings nothing and lets nothing pass. */
  branch(block: SyntaxNode | undefined): boolean {
    if (!block) return false;
    return this.ends(block) || this.block(block);
  }

  /** Whether a block always leaves the function. */
  private ends(block: SyntaxNode): boolean {
    return block.children.some((statement) => {
      if (endings.has(statement.type)) return true;
      return (
        statement.type === 'expression_statement' &&
        exitCall.test(this.text.slice(statement.start, statement.end))
      );
    });
  }

  /** Takes bindings; whether there were any. */
  take(bindings: readonly Binding[]): boolean {
    for (const binding of bindings) this.found.add(binding);
    return bindings.length > 0;
  }

  within(node: SyntaxNode | undefined): readonly Binding[] {
    if (!node) return [];
    return this.candidates.filter((binding) => covers(node, binding.node));
  }
}

type Effect = (walk: ReachWalk, statement: SyntaxNode) => boolean;

/** What compound statements do to a name: add what may be bound, answer whether it surely is. */
const effects: Readonly<Record<string, Effect>> = {
  if_statement: (walk, statement) => {
    walk.take(walk.within(child(statement, 'condition')));
    const others = childrenIn(statement, 'alternative');
    const branches = [child(statement, 'consequence'), ...others.map(alternativeBody)];
    const sure = branches.map((branch) => walk.branch(branch));
    return others.some(({ type }) => type === 'else_clause') && sure.every(Boolean);
  },
  for_statement: mayBind,
  while_statement: mayBind,
  with_statement: (walk, statement) => {
    const body = child(statement, 'body');
    if (body && walk.block(body)) return true;
    return walk.take(walk.within(statement.children.find(({ type }) => type === 'with_clause')));
  },
  try_statement: (walk, statement) => {
    const clauses = (type: string) => statement.children.filter((each) => each.type.startsWith(type));
    const [final] = clauses('finally');
    if (final && walk.block(bodyOf(final) ?? final)) return true;
    const body = child(statement, 'body');
    const otherwise = clauses('else').some((each) => walk.branch(bodyOf(each)));
    const tried = otherwise || (body ? walk.block(body) : false);
    const caught = clauses('except').map((each) => walk.branch(bodyOf(each)));
    return tried && caught.every(Boolean);
  },
  match_statement: (walk, statement) => {
    const cases = child(statement, 'body')?.children.filter(({ type }) => type === 'case_clause') ?? [];
    const sure = cases.map((each) => {
      const captured = walk.take(walk.within(each).filter(({ source }) => source.kind === 'opaque'));
      return walk.branch(child(each, 'consequence')) || captured;
    });
    return sure.length > 0 && sure.every(Boolean) && cases.some(isWildcard);
  },
};

function mayBind(walk: ReachWalk, statement: SyntaxNode): boolean {
  for (const part of statement.children) {
    const body = part.field === 'alternative' ? alternativeBody(part) : part;
    if (body?.type === 'block') walk.block(body);
    else walk.take(walk.within(part));
  }
  return false;
}

function alternativeBody(clause: SyntaxNode): SyntaxNode | undefined {
  return child(clause, 'consequence') ?? bodyOf(clause);
}

function bodyOf(clause: SyntaxNode): SyntaxNode | undefined {
  return child(clause, 'body') ?? clause.children.find(({ type }) => type === 'block');
}

/** `case _:` without a guard. */
function isWildcard(clause: SyntaxNode): boolean {
  const pattern = clause.children.find(({ type }) => type === 'case_pattern');
  return !child(clause, 'guard') && pattern !== undefined && pattern.children.length === 0;
}

type Leaving = (walk: ReachWalk, from: SyntaxNode, container: SyntaxNode) => boolean;

/** What lies on the way from a part of a compound statement out of it. Answers whether the name is surely bound there. */
const leaving: Readonly<Record<string, Leaving>> = {
  for_statement: (walk, from, container) => {
    if (from.field === 'body') walk.block(from);
    else if (from.field === 'alternative') mayBind(walk, container);
    return from.field === 'body' && walk.take(walk.within(child(container, 'left')));
  },
  while_statement: (walk, from, container) => {
    if (from.field === 'body') walk.block(from);
    return from.field === 'body' && walk.take(walk.within(child(container, 'condition')));
  },
  if_statement: (walk, from, container) =>
    from.field !== 'condition' && walk.take(walk.within(child(container, 'condition'))),
  elif_clause: (walk, from, container) =>
    from.field === 'consequence' && walk.take(walk.within(child(container, 'condition'))),
  with_statement: (walk, from, container) =>
    from.field === 'body' &&
    walk.take(walk.within(container.children.find(({ type }) => type === 'with_clause'))),
  case_clause: (walk, from, container) =>
    from.field === 'consequence' &&
    walk.take(walk.within(container).filter(({ source }) => source.kind === 'opaque')),
  try_statement: (walk, from, container) => {
    const body = child(container, 'body');
    if (from.type === 'else_clause') return body ? walk.block(body) : false;
    if (from.field === 'body' || !body) return false;
    walk.block(body);
    return false;
  },
};

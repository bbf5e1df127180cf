import { child, childrenIn, type SyntaxNode } from '../syntax';
import type { PythonModule } from './module';
import { parametersOf } from './parameters';
import { type Followed, inOne, type RelevanceMemory } from './relevanceMemory';
import { parameterName } from './scopeVisitors';

/** Functions whose result may be, or hold, what they are given. */
const givesBack = new Set(
  'partial partialmethod dict list tuple set zip OrderedDict staticmethod classmethod lru_cache cache wraps getattr append'.split(
    ' ',
  ),
);

/** Names of a file that may stand for what other names stand for. */
export class Aliases {
  private readonly found = new Set<string>();
  private readonly waiting: string[] = [];
  /** What the read leads to that is being followed. */
  private into: string[] = [];
  private definitions: string[] = [];

  /** @param foreign names from other modules of the workspace that may be loaders there, or give some */
  constructor(
    private readonly module: PythonModule,
    private readonly memory: RelevanceMemory | null,
    private readonly foreign: ReadonlySet<string>,
  ) {}

  closure(start: readonly string[]): ReadonlySet<string> {
    for (const name of [...start, ...this.foreign]) this.find(name);
    for (let name = this.waiting.pop(); name !== undefined; name = this.waiting.pop()) {
      for (const each of this.followed(name)) this.find(each);
    }
    return this.found;
  }

  private find(name: string): void {
    if (this.found.has(name)) return;
    this.found.add(name);
    this.waiting.push(name);
  }

  /** What the reads of a name lead to. */
  private followed(name: string): readonly string[] {
    const { memory } = this;
    const { index } = this.module;
    const follow = () => index.reads(name).map((read) => this.followAnew(read, memory));
    const { names, given, definitions } = memory?.followedAll(name, follow) ?? inOne(follow());
    // What was looked up then counts as looked up now.
    for (const each of definitions) index.ensure(each);
    return this.isGiver(name) ? [...names, ...given] : names;
  }

  /** Whether what a call of this name gives may be a loader: of an own function that returns one, or of another module's. */
  private isGiver(name: string): boolean {
    if (this.foreign.has(name)) return true;
    return this.module.index.definitions(name).some(({ type }) => type === 'function_definition');
  }

  private followAnew(read: SyntaxNode, memory: RelevanceMemory | null): Followed {
    return memory ? memory.followed(read, () => this.follow(read)) : this.follow(read);
  }

  private follow(read: SyntaxNode): Followed {
    const names: string[] = [];
    const given: string[] = [];
    this.into = names;
    this.definitions = [];
    this.followOutwards(read, given);
    return { names, given, definitions: this.definitions };
  }

  private add(name: string): void {
    this.into.push(name);
  }

  private definitionsOf(name: string): readonly SyntaxNode[] {
    this.definitions.push(name);
    return this.module.index.definitions(name);
  }

  /** From where a name is read, outwards to what is bound to it; beyond a call, it is what is given. */
  private followOutwards(read: SyntaxNode, given: string[]): void {
    for (let node: SyntaxNode | null = read; node?.parent; node = node.parent) {
      const parent: SyntaxNode = node.parent;
      if (node.field === 'function' && parent.type === 'call') {
        if (this.into === given) return;
        this.into = given;
        continue;
      }
      if (parent.type === 'argument_list' && parent.parent?.type === 'call') {
        this.intoCall(parent, node);
        if (!this.mayGiveBack(parent.parent)) return;
      }
      if (node.field === 'right' || node.field === 'value' || parent.type === 'aliased_import')
        this.targets(parent, node);
      if (parent.type === 'return_statement' || (parent.type === 'lambda' && node.field === 'body'))
        this.owner(parent);
      if (parent.type === 'argument_list' && parent.parent?.type === 'class_definition')
        this.nameOf(parent.parent);
      if (parent.type === 'block' || parent.type === 'module') return;
    }
  }

  /** `f(loader)`: the parameter of a function of that name which it fills; a method's `self` may stand before it. */
  private intoCall(list: SyntaxNode, argument: SyntaxNode): void {
    const callee = list.parent && child(list.parent, 'function');
    const last = callee?.type === 'attribute' ? child(callee, 'attribute') : callee;
    if (!last) return;
    const keyword = argument.type === 'keyword_argument' ? child(argument, 'name') : undefined;
    const position = list.children.indexOf(argument);
    for (const fn of this.functionsNamed(this.module.textOf(last))) {
      const parameters = parametersOf(fn);
      const filled = keyword ? parameters : parameters.slice(position, position + 2);
      for (const parameter of filled) {
        const name = parameterName(parameter);
        const text = name ? this.module.textOf(name) : '';
        if (text !== '' && text !== 'self' && (!keyword || text === this.module.textOf(keyword)))
          this.add(text);
      }
    }
  }

  /** Whether what a call gives may be one of its arguments: `partial(loader)`, `dict(a=loader)`, an own function. */
  private mayGiveBack(call: SyntaxNode): boolean {
    const callee = child(call, 'function');
    const last = callee?.type === 'attribute' ? child(callee, 'attribute') : callee;
    const name = last ? this.module.textOf(last) : '';
    return givesBack.has(name) || this.definitionsOf(name).length > 0;
  }

  private functionsNamed(name: string): SyntaxNode[] {
    return this.definitionsOf(name).flatMap((definition) => {
      if (definition.type === 'function_definition') return [definition];
      const made = this.module.index.scopeAt(definition)?.bindings.get('__init__') ?? [];
      return made.flatMap(({ source }) => (source.kind === 'definition' ? [source.definition] : []));
    });
  }

  /** The names on the other side of an assignment, loop, default, import alias: of `a.b` it is `b`, of `a[b]` it is `a`. */
  private targets(statement: SyntaxNode, from: SyntaxNode): void {
    const waiting = statement.children.filter(
      (each) => each !== from && each.field !== 'type' && each.field !== 'body' && each.field !== 'operator',
    );
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.type === 'identifier') this.add(this.module.textOf(node));
      else if (node.type === 'attribute') waiting.push(...childrenIn(node, 'attribute'));
      else if (node.type === 'subscript') waiting.push(...childrenIn(node, 'value'));
      else waiting.push(...node.children);
    }
  }

  /** The function that returns it: what it gives may be it. */
  private owner(node: SyntaxNode): void {
    for (let at: SyntaxNode | null = node; at; at = at.parent) {
      if (at.type !== 'function_definition') continue;
      this.nameOf(at);
      return;
    }
  }

  private nameOf(definition: SyntaxNode): void {
    const name = child(definition, 'name');
    if (name) this.add(this.module.textOf(name));
  }
}

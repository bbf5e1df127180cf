import type { SignatureIndex } from '../signatureIndex';
import { child, childrenIn, type SyntaxNode } from '../syntax';
import type { ForeignNames } from './foreignNames';
import { handedCallee } from './handedCalls';
import type { PythonModule } from './module';
import { parametersOf } from './parameters';
import { type Followed, inOne, type RelevanceMemory } from './relevanceMemory';
import { parameterName } from './scopes';

/** Functions whose result may be, or hold, what they are given. */
const givesBack = new Set(
  'partial partialmethod dict list tuple set zip OrderedDict staticmethod classmethod lru_cache cache wraps getattr append'.split(
    ' ',
  ),
);

/** An import inside of a function. */
const localImport = /^[ \t]*(?:from|import)[ \t]/m;

/**
 * Which calls of a module may be loader calls, told by names alone, before anything is evaluated. A callee can only be a
 * loader if its last name is the last name of one (`from_pretrained`), or a name that the file binds to something in which
 * such a name stands (an alias, a table, a `partial`, a parameter that is given one), or something of another module of
 * the workspace. Everything else is some other library's, or a function of the file itself.
 */
export class Relevance {
  /** Last names of loaders that the file has, and what it binds to them. */
  readonly names: ReadonlySet<string>;
  private readonly foreignKnown = new Map<string, boolean>();
  /** Names that other modules of the workspace may bring. */
  private fromWorkspace: ReadonlySet<string> = new Set();
  /** How often something was told by more than the names of this module. */
  private elsewhere = 0;
  /** A loader may have any name here (`keras.applications.*`). */
  private readonly open: boolean;

  constructor(
    private readonly module: PythonModule,
    signatures: SignatureIndex,
    private readonly foreign: ForeignNames,
    private readonly memory: RelevanceMemory | null = null,
  ) {
    const { words } = module.index;
    this.open = signatures.mayHaveAnyName(words);
    this.names = new Aliases(module, memory, this.foreignNames()).closure(signatures.namesAmong(words));
    this.parseWhatMatters();
    const stars = module.index.starImports.length > 0;
    memory?.start(
      [this.open, stars, ...[...this.names].sort(), '', ...[...this.fromWorkspace].sort()].join(' '),
    );
  }

  private namesFromWorkspace(): ReadonlySet<string> {
    const { imports } = this.module.index;
    const isFrom = (name: string) => imports.get(name)?.some((each) => this.foreign.isWorkspace(each));
    return new Set([...imports.keys()].filter(isFrom));
  }

  /** Names of other modules of the workspace that may be loaders there. */
  private foreignNames(): ReadonlySet<string> {
    const { index } = this.module;
    index.ensureMatching('imports', localImport, (body) => this.foreign.importsWorkspace(body));
    if (this.open || index.starImports.some((star) => this.foreign.isWorkspace(star))) index.ensureAll();
    this.fromWorkspace = this.namesFromWorkspace();
    const mayBe = (name: string) => this.isForeign(name) || this.hasForeignMember(name);
    return new Set([...index.imports.keys()].filter(mayBe));
  }

  /** `module.member` where the member may be a loader of that module. */
  private hasForeignMember(name: string): boolean {
    const imported = this.module.index.imports.get(name) ?? [];
    if (!imported.some((each) => this.foreign.isWorkspace(each))) return false;
    const members = this.module.index.membersOf(name);
    return [...members].some((member) => this.isForeign(name, member));
  }

  /** Calls by the names that matter are parsed with them; these stand in code that does not name them. */
  private parseWhatMatters(): void {
    const { index } = this.module;
    index.ensureMatching('getattr', /getattr\s*\([^()]*\)\s*\(/);
    if (index.classes().some((definition) => this.basesMatter(definition))) index.ensure('super');
  }

  /** Whether a call has to be evaluated to know that it loads nothing. */
  mayLoad(call: SyntaxNode): boolean {
    const known = this.memory?.mayLoad(call);
    if (known !== undefined) return known;
    const { elsewhere } = this;
    const answer = this.findOut(call);
    if (elsewhere === this.elsewhere) this.memory?.noteCall(call, answer);
    return answer;
  }

  private findOut(call: SyntaxNode): boolean {
    const callee = child(call, 'function');
    if (!callee || this.open) return callee !== undefined;
    const handed = handedCallee(call, this.module);
    return (handed !== null && this.namesIn(handed)) || this.mayBeLoader(callee, call);
  }

  private mayBeLoader(callee: SyntaxNode, call: SyntaxNode): boolean {
    if (callee.type === 'identifier') {
      const name = this.module.textOf(callee);
      return this.names.has(name) || this.isForeign(name);
    }
    if (callee.type === 'attribute') {
      const name = child(callee, 'attribute');
      const object = child(callee, 'object');
      if (name && this.names.has(this.module.textOf(name))) return true;
      if (name && this.module.textOf(name) === '__init__') return this.basesMatter(call);
      return name !== undefined && object !== undefined && this.isForeignMember(object, name);
    }
    return this.namesIn(callee);
  }

  /** `name.member`, or something below it (`name.member.load`), where the name comes from the workspace. */
  private isForeignMember(object: SyntaxNode, name: SyntaxNode): boolean {
    if (object.type === 'identifier')
      return this.isForeign(this.module.textOf(object), this.module.textOf(name));
    const inner = object.type === 'attribute' ? child(object, 'object') : undefined;
    const member = child(object, 'attribute');
    return inner !== undefined && member !== undefined && this.isForeignMember(inner, member);
  }

  /** Whether `super().__init__(…)` may construct a library's class. */
  private basesMatter(call: SyntaxNode): boolean {
    for (let at: SyntaxNode | null = call; at; at = at.parent) {
      if (at.type !== 'class_definition') continue;
      const bases = child(at, 'superclasses');
      return bases !== undefined && this.namesIn(bases);
    }
    return false;
  }

  /** Whether a name (or a member of it) comes from another module of the workspace and may be a loader there. */
  private isForeign(name: string, member: string | null = null): boolean {
    if (this.fromWorkspace.has(name) || this.module.index.starImports.length > 0) this.elsewhere++;
    const key = member === null ? name : `${name}.${member}`;
    const known = this.foreignKnown.get(key);
    if (known !== undefined) return known;
    const answer = this.comesFromElsewhere(name, member);
    this.foreignKnown.set(key, answer);
    return answer;
  }

  private comesFromElsewhere(name: string, member: string | null): boolean {
    const { imports, starImports } = this.module.index;
    const imported = imports.get(name) ?? [];
    if (imported.some((each) => this.foreign.mayLoad(each, member, this.module.path))) return true;
    if (starImports.length === 0 || imported.length > 0) return false;
    return (
      !this.module.index.binds(name) &&
      starImports.some((star) => this.foreign.mayBring(star, name, this.module.path))
    );
  }

  /** Whether a callee that is a call, a subscript, … holds a name that matters. */
  private namesIn(callee: SyntaxNode): boolean {
    const waiting = [callee];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.type === 'identifier') {
        const name = this.module.textOf(node);
        if (name === 'getattr' || this.names.has(name) || this.isForeign(name)) return true;
      }
      waiting.push(...node.children);
    }
    return false;
  }
}

/** Names of a file that may stand for what other names stand for. */
class Aliases {
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

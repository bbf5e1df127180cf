import { child, type SyntaxNode } from '../syntax';
import type { ImportedName } from './importStatements';
import { heardNames } from './heardNames';
import type { Listener } from './heard';
import { wordsIn } from '../words';
import { keyOf } from './keys';
import { membersRead } from './occurrences';
import { type Binding, type MemberBinding, type Scope } from './scope';
import { ScopeIndexer } from './scopes';

/** A function's body that has not been parsed: `read` parses it, puts its statements into the block, and answers them. */
export interface LazyBody {
  readonly start: number;
  readonly end: number;
  /** Not worth leaving out: it is parsed at once, by itself, for what is around it may make more sense than it does. */
  readonly isShort: boolean;
  readonly block: SyntaxNode;
  read(): readonly SyntaxNode[];
}

/** The names that an index has by what binds them. */
export interface ImportTable {
  keys(): Iterable<string>;
  get(name: string): readonly ImportedName[] | undefined;
}

const none: readonly never[] = [];

/**
 * Scopes, bindings and calls of a module. Bodies of functions are parsed when something is asked that may be answered in
 * them: a name is looked for in every body in whose code it stands as a word, so that each answer is as if all were parsed.
 */
export class ModuleIndex {
  protected readonly indexer: ScopeIndexer;
  protected readonly lazy: LazyBody[] = [];
  private readonly byBlock = new Map<SyntaxNode, LazyBody>();
  protected readonly ensured = new Set<string>();
  private wordsInCode: ReadonlySet<string> | null = null;

  constructor(
    root: SyntaxNode,
    text: string,
    /** The text without comments and strings. */
    protected code: string,
    bodies: readonly LazyBody[],
    /** Hears what is looked for; see `heard.ts`. */
    protected readonly listener: Listener | null = null,
    private readonly findWords: () => ReadonlySet<string> = () => wordsIn(code),
  ) {
    this.indexer = new ScopeIndexer(root, text, listener ? heardNames(listener) : undefined);
    this.indexer.index(root.children, this.indexer.module);
    this.leaveOut(bodies);
    for (const body of bodies) if (body.isShort) this.expand(body);
  }

  get module(): Scope {
    return this.indexer.module;
  }

  /** The words of the code: a name that is not among them is nowhere. */
  get words(): ReadonlySet<string> {
    this.listener?.hear(keyOf.any);
    return (this.wordsInCode ??= this.findWords());
  }

  /** The calls in what is parsed by now; `ensure` what has to be among them. */
  get calls(): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.any);
    return [...this.indexer.calls];
  }

  /** Where bodies make no sense that stand for themselves. */
  get errors(): readonly SyntaxNode[] {
    return none;
  }

  get starImports(): readonly ImportedName[] {
    this.listener?.hear(keyOf.stars);
    return this.indexer.starImports;
  }

  /** Imports, by the name that they bind, in what is parsed by now. */
  get imports(): ImportTable {
    return this.indexer.imports;
  }

  /** The names that are read of a name: `member` of `name.member`. */
  membersOf(name: string): ReadonlySet<string> {
    return membersRead(this.code, name);
  }

  /** Classes in what is parsed by now. */
  classes(): SyntaxNode[] {
    this.listener?.hear(keyOf.classes);
    const found = [...this.indexer.scopes.keys()].filter(({ type }) => type === 'class_definition');
    return found.sort((a, b) => a.start - b.start);
  }

  /** The scope that a node makes, as far as it is parsed. */
  scopeAt(node: SyntaxNode): Scope | undefined {
    return this.indexer.scopes.get(node);
  }

  /** The statements of a class. */
  statementsOf(definition: SyntaxNode): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.attributes(''));
    return child(definition, 'body')?.children ?? none;
  }

  /** The scope of a function with its body parsed. */
  bodyOf(definition: SyntaxNode): Scope | undefined {
    const block = child(definition, 'body');
    const body = block && this.byBlock.get(block);
    if (body) this.expand(body);
    this.listener?.goInto(definition);
    return this.scopeAt(definition);
  }

  /** Whether a name is bound anywhere in what is parsed by now. */
  binds(name: string): boolean {
    for (const { bindings } of this.indexer.scopes.values()) if (bindings.has(name)) return true;
    return false;
  }

  members(name: string): readonly MemberBinding[] {
    this.listener?.hear(keyOf.members(name));
    this.ensure(name);
    return this.indexer.members.get(name) ?? none;
  }

  reads(name: string): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.reads(name));
    this.ensure(name);
    return this.indexer.reads.get(name);
  }

  callsNamed(name: string): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.calls(name));
    this.ensure(name);
    return this.indexer.callsByName.get(name) ?? none;
  }

  /** Calls whose callee is no name: `table[key](…)`, `make()(…)`. */
  unnamedCalls(): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.calls(''));
    this.ensureMatching('unnamed', /[\])]\s*\(/);
    return this.indexer.callsByName.get('') ?? none;
  }

  mutations(name: string): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.mutations(name));
    this.ensure(name);
    return this.indexer.mutations.get(name) ?? none;
  }

  definitions(name: string): readonly SyntaxNode[] {
    this.listener?.hear(keyOf.definitions(name));
    this.ensure(name);
    return this.indexer.definitions.get(name) ?? none;
  }

  /** Bindings at the top of the module. */
  topBindings(): ReadonlyMap<string, readonly Binding[]> {
    return this.module.bindings;
  }

  /** Parses every body in whose code a word stands. */
  ensure(word: string): void {
    if (this.lazy.length === 0 || this.ensured.has(word)) return;
    this.ensured.add(word);
    if (word !== '') this.parseHolding(word);
  }

  /** Looks only where bodies are left: a common name stands all over what is parsed already. */
  protected parseHolding(word: string): void {
    let at = 0;
    for (let body = this.bodyBehind(at); body; body = this.bodyBehind(at)) {
      at = this.code.indexOf(word, Math.max(at, body.start));
      if (at < 0) return;
      if (at >= body.end) continue;
      const end = at + word.length;
      if (isWord(this.code, at - 1) || isWord(this.code, end)) at = end;
      else {
        at = body.end;
        this.expand(body);
      }
    }
  }

  /** Parses every body whose code fits a pattern; `key` names the pattern. */
  ensureMatching(key: string, pattern: RegExp, wanted: (body: string) => boolean = () => true): void {
    const name = `/${key}`;
    if (this.lazy.length === 0 || this.ensured.has(name)) return;
    this.ensured.add(name);
    for (const body of [...this.lazy]) {
      const code = this.codeOf(body);
      if (pattern.test(code) && wanted(code)) this.expand(body);
    }
  }

  ensureAll(): void {
    for (const body of [...this.lazy]) this.expand(body);
  }

  protected codeOf({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.code.slice(start, end);
  }

  /** Notes bodies that are not parsed. */
  protected leaveOut(bodies: readonly LazyBody[]): void {
    for (const body of bodies) this.byBlock.set(body.block, body);
    this.lazy.push(...bodies);
    this.lazy.sort((a, b) => a.start - b.start);
  }

  /** Has it that a body is one of those left out no longer; answers whether it was. */
  protected takeOut(body: LazyBody): boolean {
    this.byBlock.delete(body.block);
    const at = this.lazy.indexOf(body);
    if (at >= 0) this.lazy.splice(at, 1);
    return at >= 0;
  }

  protected expand(body: LazyBody): void {
    if (!this.takeOut(body)) return;
    const definition = body.block.parent;
    const scope = definition && this.scopeAt(definition);
    const statements = body.read();
    const index = () => scope && this.indexer.index(statements, scope);
    // What is bound on the way is not what is being looked for.
    if (this.listener) this.listener.deaf(index);
    else index();
  }

  /** The first body that ends behind an offset. */
  private bodyBehind(offset: number): LazyBody | undefined {
    let low = 0;
    let high = this.lazy.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lazy[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.lazy[low];
  }
}

function isWord(text: string, at: number): boolean {
  return /[\w\u0080-\uffff]/.test(text.charAt(at));
}

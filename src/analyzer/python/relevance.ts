import type { SignatureIndex } from '../signatureIndex';
import { child, type SyntaxNode } from '../syntax';
import { Aliases } from './aliases';
import type { ForeignNames } from './foreignNames';
import { handedCallee } from './handedCalls';
import type { PythonModule } from './module';
import type { RelevanceMemory } from './relevanceMemory';

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

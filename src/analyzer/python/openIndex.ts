import { difference } from '../edits';
import type { SyntaxNode } from '../syntax';
import type { HeardInAll, Listener } from './heard';
import { addKeys, keyOf, nameIn } from './keys';
import { ModuleIndex } from './moduleIndex';
import type { OpenBody } from './openBody';
import { indexAlone } from './scopes';
import { type Scope } from './scope';
import { WordCount } from './wordCount';

/** What came or went with an edit. */
export interface Changes {
  /** See `keys.ts`. */
  readonly keys: Set<string>;
  /** Functions and other scopes that are other ones inside, or gone. */
  readonly functions: Set<SyntaxNode>;
}

export function noChanges(): Changes {
  return { keys: new Set(), functions: new Set() };
}

/** The bodies whose code fits a pattern, and those that were not held against it yet. */
interface Matches {
  readonly fitting: Set<OpenBody>;
  readonly untested: Set<OpenBody>;
}

/** A stretch of a module's text that becomes another one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The code (see `outline.ts`) that stands there then. */
  readonly code: string;
}

/**
 * The index of an open document: parts of it are exchanged for others. It knows which bodies an index made anew would have
 * parsed by now, for only what is wrong in those is told.
 */
export class OpenIndex extends ModuleIndex {
  private readonly count = new WordCount();
  private readonly membersRead = new Map<string, ReadonlySet<string>>();
  /** What was asked since the analysis began. */
  private readonly askedWords = new Set<string>();
  private readonly matched = new Set<OpenBody>();
  private readonly askedBodies = new Set<SyntaxNode>();
  private askedAll = false;
  /** By the key of the pattern; see `ensureMatching`. */
  private readonly matches = new Map<string, Matches>();

  constructor(
    root: SyntaxNode,
    text: string,
    code: string,
    private bodies: readonly OpenBody[],
    listener: Listener,
  ) {
    super(root, text, code, bodies, listener);
    this.count.exchange('', code);
  }

  override get words(): ReadonlySet<string> {
    this.listener?.hear(keyOf.any);
    return this.count.words;
  }

  override membersOf(name: string): ReadonlySet<string> {
    const known = this.membersRead.get(name) ?? super.membersOf(name);
    this.membersRead.set(name, known);
    return known;
  }

  /** An analysis begins: all that it asks from now on counts. */
  begin(): void {
    this.askedWords.clear();
    this.matched.clear();
    this.askedBodies.clear();
    this.askedAll = false;
    this.ensure('global');
  }

  /** What makes no sense in the bodies that were asked for. */
  override get errors(): readonly SyntaxNode[] {
    return this.bodies
      .filter((body) => body.errors.length > 0 && (body.isShort || this.isAsked(body)))
      .flatMap((body) => body.errors);
  }

  get openBodies(): readonly OpenBody[] {
    return this.bodies;
  }

  /** The body that holds a stretch of the text. */
  bodyAround(start: number, end: number): OpenBody | undefined {
    return this.bodies.find((body) => body.start <= start && end <= body.end);
  }

  override ensure(word: string): void {
    this.askedWords.add(word);
    super.ensure(word);
  }

  override ensureAll(): void {
    this.askedAll = true;
    super.ensureAll();
  }

  override bodyOf(definition: SyntaxNode): Scope | undefined {
    this.askedBodies.add(definition);
    return super.bodyOf(definition);
  }

  /** All bodies are looked at each time: what `wanted` finds out belongs to the answer. */
  override ensureMatching(
    key: string,
    pattern: RegExp,
    wanted: (body: string) => boolean = () => true,
  ): void {
    const { fitting, untested } = this.matchesOf(key);
    for (const body of untested) if (pattern.test(this.codeOf(body))) fitting.add(body);
    untested.clear();
    for (const body of fitting) {
      if (!wanted(this.codeOf(body))) continue;
      this.matched.add(body);
      this.expand(body);
    }
  }

  private matchesOf(key: string): Matches {
    const matches = this.matches.get(key) ?? { fitting: new Set(), untested: new Set(this.bodies) };
    this.matches.set(key, matches);
    return matches;
  }

  /** Results that rest on this are used again, without looking any of it up. */
  asHeard(all: () => readonly HeardInAll[]): void {
    if (this.bodies.every(({ errors }) => errors.length === 0)) return;
    const heard = all();
    const keys = new Set(heard.flatMap((each) => [...each.keys]));
    for (const key of keys) this.askedWords.add(nameIn(key) ?? '');
    if (keys.has(keyOf.calls(''))) this.unnamedCalls();
    for (const { bodies } of heard) for (const body of bodies) this.askedBodies.add(body);
  }

  /** Takes statements, and bodies in them, out. `scope` is the one that they stand in. */
  takeAway(
    statements: readonly SyntaxNode[],
    bodies: ReadonlySet<OpenBody>,
    scope: Scope,
    { keys, functions }: Changes,
  ): void {
    const gone = this.indexer.remove(statements, scope);
    addKeys(gone, scope.kind, keys);
    for (const node of gone.scopes.keys()) functions.add(node);
    for (const body of bodies) {
      this.takeOut(body);
      for (const { fitting, untested } of this.matches.values())
        if (!fitting.delete(body)) untested.delete(body);
    }
    if (bodies.size > 0) this.bodies = this.bodies.filter((body) => !bodies.has(body));
  }

  /**
   * The text changed; the nodes have been moved to where they are in it.
   * @param whole the code of all of it
   * @param from bodies that begin here or further behind move
   */
  moveTo(text: string, whole: string, { start, end, code }: Stretch, from = end): void {
    const by = code.length - (end - start);
    const [before, after] = differentLines(this.code.slice(start, end), code);
    this.count.exchange(before, after);
    for (const name of [...this.membersRead.keys()])
      if (after.includes(name) || before.includes(name)) this.membersRead.delete(name);
    this.code = whole;
    this.indexer.moveTo(text);
    for (const body of this.bodies) if (body.start >= from) body.moveBy(by);
  }

  /** Takes in statements of a scope, and bodies in them or new ones of its functions; parses those that would be by now. */
  takeIn(
    text: string,
    statements: readonly SyntaxNode[],
    bodies: readonly OpenBody[],
    { keys }: Changes,
    scope: Scope = this.module,
  ): void {
    this.indexer.index(statements, scope);
    if (bodies.length > 0) this.bodies = [...this.bodies, ...bodies].sort((a, b) => a.start - b.start);
    for (const { untested } of this.matches.values()) for (const body of bodies) untested.add(body);
    this.leaveOut(bodies);
    for (const body of bodies) if (body.isShort || this.holdsEnsured(body)) this.expand(body);
    const parsed = bodies.filter(({ isParsed }) => isParsed).flatMap(({ block }) => block.children);
    if (statements.length > 0) addKeys(indexAlone(statements, text), scope.kind, keys);
    else addKeys(indexAlone(parsed, text), 'function', keys);
  }

  protected override parseHolding(word: string): void {
    for (const body of this.bodies) if (!body.isParsed && body.words.has(word)) this.expand(body);
  }

  private holdsEnsured(body: OpenBody): boolean {
    for (const word of body.words) if (this.ensured.has(word)) return true;
    return false;
  }

  private isAsked(body: OpenBody): boolean {
    const definition = body.block.parent;
    if (this.askedAll || this.matched.has(body) || (definition && this.askedBodies.has(definition)))
      return true;
    for (const word of body.words) if (this.askedWords.has(word)) return true;
    return false;
  }
}

/** The lines in which two texts differ. */
function differentLines(before: string, after: string): readonly [string, string] {
  const made = difference(before, after);
  if (!made) return ['', ''];
  const start = made.start === 0 ? 0 : before.lastIndexOf('\n', made.start - 1) + 1;
  const end = before.indexOf('\n', made.end);
  const behind = end < 0 ? 0 : before.length - end;
  return [before.slice(start, before.length - behind), after.slice(start, after.length - behind)];
}

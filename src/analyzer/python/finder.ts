import type { SignatureIndex } from '../signatureIndex';
import { child, type SyntaxNode } from '../syntax';
import type { Usage } from '../usage';
import { Arguments } from './arguments';
import { externalConstructor } from './classes';
import { derivedCalls } from './derivation';
import type { Here } from './evaluator';
import type { ForeignNames } from './foreignNames';
import { callsAt, type MadeCall } from './handedCalls';
import { Relevance } from './relevance';
import type { UsageMemory } from './usageMemory';
import { type Candidate, readUsage } from './usages';
import type { Value } from './values';

/** A usage, and where it was found. */
interface Found {
  readonly node: SyntaxNode;
  readonly usage: Usage;
}

/** Finds the usages of a module: every call whose callee is bound to a loader, every expression that is one. */
export class UsageFinder {
  /** What may be usages. */
  private readonly candidates = new Map<string, Candidate>();
  /** What is known to be one from the text before. */
  private readonly kept: Found[] = [];

  private readonly relevance: Relevance;

  constructor(
    private readonly signatures: SignatureIndex,
    private readonly here: Here,
    foreign: ForeignNames,
    private readonly memory: UsageMemory | null = null,
  ) {
    this.relevance = new Relevance(here.module, signatures, foreign, memory?.relevance);
  }

  find(): Usage[] {
    const { module } = this.here;
    const calls = module.index.calls.filter((call) => this.relevance.mayLoad(call));
    for (const call of this.likelyFirst(this.unknown(calls))) this.at(call, () => this.atCall(call));
    for (const node of this.unknown([...this.expressions()])) this.at(node, () => this.atExpression(node));
    this.memory?.forgetOthers();
    if (this.memory) this.here.evaluator.world.alsoKnown(this.memory.askedBefore);
    const found = [...this.kept, ...this.readAll()];
    const derived = derivedCalls(this.signatures, this.here, new Set(found.map(({ node }) => node)));
    return found.map(({ node, usage }) => (derived.has(node) ? { ...usage, relation: 'derived' } : usage));
  }

  /** First all loaders are known, then their ids are worked out: what one costs is not at the expense of the next. */
  private readAll(): Found[] {
    const { evaluator } = this.here;
    return [...this.candidates].flatMap(([key, candidate], index) => {
      evaluator.startUsage(this.candidates.size - index);
      const read = () => readUsage(candidate, this.here);
      const { node } = candidate;
      const usage = this.memory ? this.memory.atUsage(node, alsoOf(key), read) : read();
      return usage ? [{ node, usage }] : [];
    });
  }

  /** Those to be looked at: of the others, what was found there in the text before is taken. */
  private unknown(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
    const { memory } = this;
    return memory ? nodes.filter((node) => !this.isKnown(node, memory)) : nodes;
  }

  private isKnown(node: SyntaxNode, memory: UsageMemory): boolean {
    const known = memory.known(node);
    if (!known) return false;
    for (const usage of known.usages.values()) if (usage) this.kept.push({ node, usage });
    return true;
  }

  private at(node: SyntaxNode, look: () => void): void {
    if (this.memory) this.memory.atCallee(node, look);
    else look();
  }

  /** Calls by a loader's own name come first: should the file's steps run out, they are not among the missing. */
  private likelyFirst(calls: readonly SyntaxNode[]): SyntaxNode[] {
    const { module } = this.here;
    const isLikely = (call: SyntaxNode) => {
      const callee = child(call, 'function');
      const last = callee?.type === 'attribute' ? child(callee, 'attribute') : callee;
      return last?.type === 'identifier' && this.relevance.names.has(module.textOf(last));
    };
    return [...calls.filter(isLikely), ...calls.filter((call) => !isLikely(call))];
  }

  private atCall(node: SyntaxNode): void {
    this.here.evaluator.startCallee();
    for (const made of callsAt(node, this.here)) this.atMade(node, made);
  }

  private atMade(node: SyntaxNode, { callee, args }: MadeCall): void {
    for (const value of callee()) {
      const loader = this.loaderOf(value);
      if (!loader) continue;
      const matches = this.signatures.match(loader.path);
      if (matches.length === 0) continue;
      const all = loader.bound ? loader.bound.before(args()) : args();
      for (const match of matches) this.addCandidate({ node, path: loader.path, args: all, match });
    }
  }

  private atExpression(node: SyntaxNode): void {
    const { evaluator } = this.here;
    evaluator.startCallee();
    for (const value of evaluator.evaluate(node, this.here)) {
      if (value.kind !== 'external' || value.receiver) continue;
      for (const match of this.signatures.match(value.path, 'expression')) {
        this.addCandidate({ node, path: value.path, args: Arguments.none, match });
      }
    }
  }

  /** One usage a place and loader row: of several classes that a callee may be, the first stands for all. */
  private addCandidate(candidate: Candidate): void {
    const { loader, family } = candidate.match;
    const { start, end } = candidate.node;
    const key = `${start}:${end}:${loader.also ? String(family.loaders.indexOf(loader)) : ''}`;
    if (!this.candidates.has(key)) this.candidates.set(key, candidate);
  }

  /** The dotted name that a callee loads by, and the arguments that are bound to it already. */
  private loaderOf(
    value: Value,
  ): { readonly path: readonly string[]; readonly bound: Arguments | null } | null {
    if (value.kind === 'external') return { path: withoutConstructor(value.path), bound: null };
    if (value.kind === 'class') {
      const path = externalConstructor(value, this.here);
      return path && { path, bound: null };
    }
    if (value.kind !== 'partial') return null;
    const inner = this.loaderOf(value.callee);
    return inner && { path: inner.path, bound: inner.bound ? inner.bound.before(value.bound) : value.bound };
  }

  /** Names and attributes that may be a bundle: by their last name, or by an alias of it. */
  private *expressions(): Generator<SyntaxNode> {
    const { module } = this.here;
    const { words } = module.index;
    const names = new Set([...this.signatures.expressionNames].filter((name) => words.has(name)));
    for (const bindings of module.index.topBindings().values()) {
      for (const { source, key } of bindings) {
        if (source.kind === 'import' && names.has(source.imported.member ?? '')) names.add(key);
      }
    }
    for (const name of names) {
      for (const read of module.index.reads(name)) {
        const node = read.field === 'attribute' && read.parent?.type === 'attribute' ? read.parent : read;
        if (!isBinding(node)) yield node;
      }
    }
  }
}

function alsoOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}

function withoutConstructor(path: readonly string[]): readonly string[] {
  return path.at(-1) === '__init__' ? path.slice(0, -1) : path;
}

/** Whether an identifier stands where a name is given, not read. */
function isBinding({ parent, field }: SyntaxNode): boolean {
  if (!parent) return true;
  if (parent.type === 'dotted_name' || parent.type === 'aliased_import') return true;
  return field === 'name' || (field === 'left' && parent.type === 'assignment');
}

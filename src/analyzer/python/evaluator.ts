import type { SyntaxNode } from '../syntax';
import { callValue } from './calls';
import type { FunctionCall } from './callSites';
import { expressionHandlers } from './expressions';
import type { Frame } from './frame';
import type { Heard, Listener } from './heard';
import { libraryFunctions } from './libraries/calls';
import type { PythonModule } from './module';
import { reasons } from './reasons';
import { type CallSite, join, type Thunk, unknown, type Value, type Values } from './values';
import type { World } from './world';

/** Where an expression is evaluated: in which module, during which call (null: any call may be meant). */
export interface Here {
  readonly evaluator: Evaluator;
  readonly module: PythonModule;
  readonly frame: Frame | null;
}

/** Steps that one usage may take; a program can be written so that following it has no end. */
const stepsPerUsage = 10_000;
/** Steps to find out what a callee is: most are no loader, and a loader is seldom far. */
const stepsPerCallee = 1_500;
/** Steps that one file may take in all, but for the least that each callee and each usage is granted. */
const stepsPerFile = 60_000;
const leastPerCallee = 40;
const leastPerUsage = 400;
/** Expressions within expressions, and calls within calls, that are followed. */
const deepest = 150;
const mostCalls = 12;

/**
 * Works out, without running anything, what an expression may be: a small abstract interpreter over sets of values.
 * Lazy (only what is asked for is looked at) and remembering (per expression and call). What is being worked out counts as
 * nothing when it is met again, so that cycles end; results that rest on such a cut are not remembered.
 */
export class Evaluator {
  private readonly known = new Map<number, Map<SyntaxNode, Values | 'busy'>>();
  private readonly candidates = new Map<SyntaxNode, readonly SyntaxNode[]>();
  private readonly sites = new Map<SyntaxNode, readonly FunctionCall[] | 'busy'>();
  /** What each remembered result rests on, where somebody listens; by the memory that it is in. */
  private readonly heard = new Map<unknown, Map<SyntaxNode, Heard>>();
  private cuts = 0;
  private depth = 0;
  private lastFrame = 0;
  /** Star imports of star imports that are being looked through. */
  starDepth = 0;
  private stepsLeft = stepsPerUsage;
  private fileStepsLeft = stepsPerFile;

  constructor(
    readonly world: World,
    private readonly listener: Listener | null = null,
    /** What is known of libraries' functions. */
    readonly functions = libraryFunctions(),
  ) {}

  /** Whether the steps of the file are used up: what is asked from then on stays unknown. */
  get exhausted(): boolean {
    return this.fileStepsLeft <= 0;
  }

  /** Grants the steps to find out what one more callee is. */
  startCallee(): void {
    this.stepsLeft = Math.max(leastPerCallee, Math.min(stepsPerCallee, this.fileStepsLeft));
  }

  /** Grants the steps of one usage of `remaining` that are still to be read: each its share, so that none is left out. */
  startUsage(remaining: number): void {
    const share = Math.floor(this.fileStepsLeft / remaining);
    this.stepsLeft = Math.max(leastPerUsage, Math.min(stepsPerUsage, share));
  }

  /** What a node that is no expression gives, in any call: worked out once, and nothing while it is being worked out. */
  once(node: SyntaxNode, work: () => Values): Values {
    return this.remembered(node, this.memory(0), work);
  }

  evaluate(node: SyntaxNode, here: Here): Values {
    const handler = expressionHandlers[node.type];
    if (!handler) return [unknown(reasons.expression(shorten(here.module.textOf(node))))];
    return this.remembered(node, this.memory(here.frame?.number ?? 0), () => handler(node, here));
  }

  private remembered(node: SyntaxNode, memory: Map<SyntaxNode, Values | 'busy'>, work: () => Values): Values {
    const remembered = memory.get(node);
    if (remembered === 'busy') {
      this.cuts++;
      return [];
    }
    if (remembered) {
      this.alsoHeard(memory, node);
      return remembered;
    }
    if (this.spent()) return [unknown(reasons.tooDeep())];
    return this.listening(memory, node, () => this.work(node, memory, work));
  }

  private listening<T>(memory: unknown, node: SyntaxNode, work: () => T): T {
    if (!this.listener) return work();
    const { value, heard } = this.listener.during(work);
    const ofMemory = this.heard.get(memory) ?? new Map<SyntaxNode, Heard>();
    this.heard.set(memory, ofMemory.set(node, heard));
    return value;
  }

  private alsoHeard(memory: unknown, node: SyntaxNode): void {
    this.listener?.include(this.heard.get(memory)?.get(node));
  }

  /** The calls that may be a function's by their names: found once, since that does not rest on any value. */
  callCandidates(fn: SyntaxNode, find: () => readonly SyntaxNode[]): readonly SyntaxNode[] {
    const known = this.candidates.get(fn);
    if (known) {
      this.alsoHeard(this.candidates, fn);
      return known;
    }
    const found = this.listening(this.candidates, fn, find);
    this.candidates.set(fn, found);
    return found;
  }

  /** The calls of a function, found once: looking through all calls of a file for each parameter would be dear. */
  callSites(fn: SyntaxNode, find: () => readonly FunctionCall[]): readonly FunctionCall[] {
    const known = this.sites.get(fn);
    if (known === 'busy') {
      this.cuts++;
      return [];
    }
    if (known) {
      this.alsoHeard(this.sites, fn);
      return known;
    }
    const cutsBefore = this.cuts;
    this.sites.set(fn, 'busy');
    const found = this.listening(this.sites, fn, find);
    if (this.cuts === cutsBefore) this.sites.set(fn, found);
    else this.sites.delete(fn);
    return found;
  }

  /** An expression to be evaluated when it is asked for. */
  later(node: SyntaxNode, here: Here): Thunk {
    return () => this.evaluate(node, here);
  }

  /** What calling any of `callees` gives. */
  call(callees: Values, site: CallSite): Values {
    if (this.spent()) return [unknown(reasons.tooDeep())];
    return join(...callees.map((callee) => callValue(callee, site, this)));
  }

  /** A new call of a function of the workspace; null when calls are nested too deep to follow. */
  enter(call: Omit<Frame, 'number' | 'depth'>): Frame | null {
    const depth = (call.site?.frame?.depth ?? 0) + 1;
    return depth > mostCalls ? null : { ...call, depth, number: ++this.lastFrame };
  }

  /** Where code of `module` is evaluated during `frame`. */
  here(module: PythonModule, frame: Frame | null): Here {
    return { evaluator: this, module, frame };
  }

  private work(node: SyntaxNode, memory: Map<SyntaxNode, Values | 'busy'>, handle: () => Values): Values {
    const cutsBefore = this.cuts;
    memory.set(node, 'busy');
    this.depth++;
    try {
      const values = handle();
      if (this.cuts === cutsBefore) memory.set(node, values);
      return values;
    } finally {
      this.depth--;
      if (memory.get(node) === 'busy') memory.delete(node);
      if (this.depth === 0) this.cuts = 0;
    }
  }

  private spent(): boolean {
    this.stepsLeft--;
    this.fileStepsLeft--;
    if (this.stepsLeft >= 0 && this.depth < deepest) return false;
    // What rests on giving up is not remembered: it may be known when asked for from elsewhere.
    this.cuts++;
    return true;
  }

  private memory(frame: number): Map<SyntaxNode, Values | 'busy'> {
    let memory = this.known.get(frame);
    if (!memory) this.known.set(frame, (memory = new Map<SyntaxNode, Values | 'busy'>()));
    return memory;
  }
}

/** What a value is called in a reason. */
export function describe(value: Value): string {
  if (value.kind === 'external' || value.kind === 'object') return value.path.join('.');
  if (value.kind === 'function' || value.kind === 'class') return nameOf(value.module, value.node);
  return value.kind;
}

/** The name of a function or class. */
export function nameOf(module: PythonModule, definition: SyntaxNode): string {
  const name = definition.children.find(({ field }) => field === 'name');
  return name ? module.textOf(name) : 'lambda';
}

/** Code for a message: on one line, not too long. */
export function shorten(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}

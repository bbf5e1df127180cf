import type { SyntaxNode } from '../syntax';
import { isOfDefinitions } from './keys';

/** What following a name from where it is read led to. */
export interface Followed {
  /** Names that may stand for what it stands for. */
  readonly names: readonly string[];
  /** Names whose definitions were looked up on the way. */
  readonly definitions: readonly string[];
}

/** What `Relevance` found out of an open document's nodes by names alone: it holds while these names are the same. */
export class RelevanceMemory {
  private reads = new WeakMap<SyntaxNode, Followed>();
  private calls = new WeakMap<SyntaxNode, boolean>();
  private names = '';

  /** Forgets what rests on definitions, if one of them changed. */
  forget(changed: ReadonlySet<string>): void {
    for (const key of changed) if (isOfDefinitions(key)) this.reads = new WeakMap();
  }

  followed(read: SyntaxNode, follow: () => Followed): Followed {
    const known = this.reads.get(read) ?? follow();
    this.reads.set(read, known);
    return known;
  }

  /** From now on these are the names that matter. */
  start(names: string): void {
    if (names !== this.names) this.calls = new WeakMap();
    this.names = names;
  }

  mayLoad(call: SyntaxNode): boolean | undefined {
    return this.calls.get(call);
  }

  noteCall(call: SyntaxNode, mayLoad: boolean): void {
    this.calls.set(call, mayLoad);
  }
}

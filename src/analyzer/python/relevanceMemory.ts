import type { SyntaxNode } from '../syntax';
import { isOfDefinitions, keyOf, nameIn } from './keys';

/** What following a name from where it is read led to. */
export interface Followed {
  /** Names that may stand for what it stands for. */
  readonly names: readonly string[];
  /** Names that may stand for what it gives when it is called. */
  readonly given: readonly string[];
  /** Names whose definitions were looked up on the way. */
  readonly definitions: readonly string[];
}

/** What `Relevance` found out of an open document's nodes by names alone: it holds while these names are the same. */
export class RelevanceMemory {
  private reads = new WeakMap<SyntaxNode, Followed>();
  /** Of all reads of a name. */
  private readonly byName = new Map<string, Followed>();
  private calls = new WeakMap<SyntaxNode, boolean>();
  private names = '';

  /** Forgets what rests on what changed. */
  forget(changed: ReadonlySet<string>): void {
    let areDefinitions = changed.has(keyOf.any);
    for (const key of changed) {
      areDefinitions ||= isOfDefinitions(key);
      const name = nameIn(key);
      if (name !== null) this.byName.delete(name);
    }
    if (!areDefinitions) return;
    this.reads = new WeakMap();
    this.byName.clear();
  }

  /** What all reads of a name led to. */
  followedAll(name: string, follow: () => readonly Followed[]): Followed {
    const known = this.byName.get(name) ?? inOne(follow());
    this.byName.set(name, known);
    return known;
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

/** What several reads led to. */
export function inOne(all: readonly Followed[]): Followed {
  return {
    names: [...new Set(all.flatMap(({ names }) => names))],
    given: [...new Set(all.flatMap(({ given }) => given))],
    definitions: [...new Set(all.flatMap(({ definitions }) => definitions))],
  };
}

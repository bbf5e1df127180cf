import type { SyntaxNode } from '../syntax';
import type { Asked } from '../usage';

/**
 * What a result rests on: names that were looked up in the module (`kind:name`), files that were asked about, and results
 * that were known already. A result holds for as long as nothing of this changes.
 */
export interface Heard {
  readonly keys: Set<string>;
  readonly asked: Set<Asked>;
  /** Functions whose bodies were gone into. */
  readonly bodies: Set<SyntaxNode>;
  readonly inner: Set<Heard>;
  /** Steps of its own, without those of `inner`. */
  steps: number;
  /** Expressions within expressions, `inner` included. */
  height: number;
}

/** The same with all that is inside. */
export interface HeardInAll {
  readonly keys: ReadonlySet<string>;
  readonly asked: ReadonlySet<Asked>;
  readonly bodies: ReadonlySet<SyntaxNode>;
  readonly steps: number;
  readonly height: number;
}

/** Hears what is looked up while something is worked out. */
export class Listener {
  private current: Heard | null = null;

  hear(key: string): void {
    this.current?.keys.add(key);
  }

  ask(asked: Asked): void {
    this.current?.asked.add(asked);
  }

  goInto(definition: SyntaxNode): void {
    this.current?.bodies.add(definition);
  }

  step(): void {
    if (this.current) this.current.steps++;
  }

  /** What is heard during `work` counts for what is being worked out around it, too. */
  during<T>(work: () => T): { readonly value: T; readonly heard: Heard } {
    const outer = this.current;
    const heard = nothing();
    this.current = heard;
    try {
      return { value: work(), heard };
    } finally {
      this.current = outer;
      this.include(heard);
    }
  }

  /** A result that was worked out before is used. */
  include(heard: Heard | undefined): void {
    if (!heard || !this.current) return;
    this.current.inner.add(heard);
    this.current.height = Math.max(this.current.height, heard.height + 1);
  }
}

function nothing(): Heard {
  return { keys: new Set(), asked: new Set(), bodies: new Set(), inner: new Set(), steps: 0, height: 1 };
}

export function inAll(heard: Heard): HeardInAll {
  const keys = new Set<string>();
  const asked = new Set<Asked>();
  const bodies = new Set<SyntaxNode>();
  let steps = 0;
  const seen = new Set([heard]);
  // A set that grows while it is gone through is gone through to its new end.
  for (const each of seen) {
    for (const key of each.keys) keys.add(key);
    for (const one of each.asked) asked.add(one);
    for (const one of each.bodies) bodies.add(one);
    for (const one of each.inner) seen.add(one);
    steps += each.steps;
  }
  return { keys, asked, bodies, steps, height: heard.height };
}

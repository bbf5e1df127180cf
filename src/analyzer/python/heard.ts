import type { SyntaxNode } from '../syntax';
import type { Asked } from '../usage';

/**
 * What a result rests on: names that were looked up in the module (keys, see `keys.ts`), files that were asked about,
 * functions whose bodies were gone into or in whose scope names were looked up, and results that were known already. It holds for as long as nothing of this
 * changes. There is one for every expression that is worked out, so it has no lists before there is something in them.
 */
export interface Heard {
  keys: string[] | null;
  asked: Asked[] | null;
  bodies: SyntaxNode[] | null;
  inner: Heard[] | null;
}

/** The same with all that is inside. */
export interface HeardInAll {
  readonly keys: ReadonlySet<string>;
  readonly asked: readonly Asked[];
  readonly bodies: readonly SyntaxNode[];
}

/** Hears what is looked up while something is worked out. */
export class Listener {
  private current: Heard | null = null;

  hear(key: string): void {
    if (this.current) (this.current.keys ??= []).push(key);
  }

  ask(asked: Asked): void {
    if (this.current) (this.current.asked ??= []).push(asked);
  }

  goInto(definition: SyntaxNode): void {
    const bodies = this.current && (this.current.bodies ??= []);
    if (bodies && bodies.at(-1) !== definition) bodies.push(definition);
  }

  /** What is heard during `work` counts for what is being worked out around it, too. */
  during<T>(work: () => T): { readonly value: T; readonly heard: Heard } {
    const outer = this.current;
    const heard: Heard = { keys: null, asked: null, bodies: null, inner: null };
    this.current = heard;
    try {
      return { value: work(), heard };
    } finally {
      this.current = outer;
      this.include(heard);
    }
  }

  /** Nothing is heard during `work`. */
  deaf(work: () => void): void {
    const outer = this.current;
    this.current = null;
    try {
      work();
    } finally {
      this.current = outer;
    }
  }

  /** A result that was worked out before is used. */
  include(heard: Heard | undefined): void {
    if (heard && this.current) (this.current.inner ??= []).push(heard);
  }
}

export function inAll(heard: readonly Heard[]): HeardInAll {
  const keys = new Set<string>();
  const asked: Asked[] = [];
  const bodies: SyntaxNode[] = [];
  const seen = new Set(heard);
  // A set that grows while it is gone through is gone through to its new end.
  for (const each of seen) {
    for (const key of each.keys ?? []) keys.add(key);
    if (each.asked) asked.push(...each.asked);
    if (each.bodies) bodies.push(...each.bodies);
    for (const one of each.inner ?? []) seen.add(one);
  }
  return { keys, asked, bodies };
}

import type { SyntaxNode } from '../syntax';
import type { Listener } from './heard';
import { keyOf } from './keys';
import type { Binding, ScopeKind } from './scope';

type Names = Map<string, Binding[]>;

/** Makes the names of scopes, with an ear to what is looked up in them. */
export function heardNames(listener: Listener): (kind: ScopeKind, node: SyntaxNode) => Names {
  return (kind, node) => {
    if (kind === 'comprehension') return new Map();
    if (kind === 'function') return new HeardMap(() => listener.goInto(node));
    const key = kind === 'class' ? keyOf.attributes : keyOf.bindings;
    return new HeardMap((name) => listener.hear(key(name)));
  };
}

/** Tells each name that is looked up; '' when all are. */
class HeardMap extends Map<string, Binding[]> {
  constructor(private readonly tell: (name: string) => void) {
    super();
  }

  override get(name: string): Binding[] | undefined {
    this.tell(name);
    return super.get(name);
  }

  override has(name: string): boolean {
    this.tell(name);
    return super.has(name);
  }

  override values(): MapIterator<Binding[]> {
    this.tell('');
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[string, Binding[]]> {
    this.tell('');
    return super[Symbol.iterator]();
  }
}

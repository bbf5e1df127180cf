import type { Thunk, Values } from './values';

/** The arguments of a call: by position, by keyword, and what `*` and `**` may add. */
export class Arguments {
  constructor(
    readonly positional: readonly Thunk[],
    readonly keywords: ReadonlyMap<string, Thunk>,
    /** What `*x` may hold beyond `positional`, when its length is not known; null when there is none. */
    readonly more: Thunk | null = null,
    /** The `**x` whose keys are not known; null when there is none. */
    readonly open: Thunk | null = null,
  ) {}

  static readonly none = new Arguments([], new Map());

  static of(...positional: Thunk[]): Arguments {
    return new Arguments(positional, new Map());
  }

  /** The argument at a position or under one of the keywords; null when it is surely not given. */
  get(position: number | undefined, keywords: readonly string[]): Values | null {
    for (const keyword of keywords) {
      const thunk = this.keywords.get(keyword);
      if (thunk) return thunk();
    }
    if (position !== undefined) {
      const thunk = this.positional[position];
      if (thunk) return thunk();
      if (this.more && position >= this.positional.length) return this.more();
    }
    return null;
  }

  /** These arguments in front of `later` ones, as `partial` joins them: a later keyword wins. */
  before(later: Arguments): Arguments {
    return new Arguments(
      [...this.positional, ...later.positional],
      new Map([...this.keywords, ...later.keywords]),
      later.more ?? this.more,
      later.open ?? this.open,
    );
  }

  withoutKeywords(): Arguments {
    return new Arguments(this.positional, new Map(), this.more, null);
  }

  /** Without the first positional argument: the receiver of a method called through its class. */
  shifted(): Arguments {
    return new Arguments(this.positional.slice(1), this.keywords, this.more, this.open);
  }
}

import { child, type SyntaxNode } from '../syntax';
import { Arguments } from './arguments';
import type { Here } from './evaluator';
import { elementsOf } from './iteration';
import { reasons } from './reasons';
import { join, type Thunk, unknown, type Values } from './values';

/** The arguments that a call writes down, `*` and `**` spread as far as they are known. */
export function callArguments(list: SyntaxNode | undefined, here: Here): Arguments {
  const reader = new ArgumentReader(here);
  // `f(x for x in y)` has a generator where the list would be.
  if (list?.type === 'generator_expression') reader.add(list);
  else for (const each of list?.children ?? []) reader.add(each);
  return reader.read();
}

class ArgumentReader {
  private readonly positional: Thunk[] = [];
  private readonly keywords = new Map<string, Thunk>();
  private more: Thunk | null = null;
  private open: Thunk | null = null;

  constructor(private readonly here: Here) {}

  add(node: SyntaxNode): void {
    const { evaluator, module } = this.here;
    if (node.type === 'keyword_argument') {
      const name = child(node, 'name');
      const value = child(node, 'value');
      if (name && value) this.keywords.set(module.textOf(name), evaluator.later(value, this.here));
    } else if (node.type === 'list_splat') this.spread(node);
    else if (node.type === 'dictionary_splat') this.spreadKeywords(node);
    else if (!this.more) this.positional.push(evaluator.later(node, this.here));
  }

  read(): Arguments {
    return new Arguments(this.positional, this.keywords, this.more, this.open);
  }

  /** `*x`: its elements when they are all known, else "maybe more". */
  private spread(node: SyntaxNode): void {
    const [value] = node.children;
    if (!value || this.more) return;
    const [only, ...others] = elementsOf(this.here.evaluator.evaluate(value, this.here), this.here);
    if (only && others.length === 0 && !only.open) this.positional.push(...only.thunks);
    else this.more = () => this.anyElement(value);
  }

  private anyElement(value: SyntaxNode): Values {
    const sets = elementsOf(this.here.evaluator.evaluate(value, this.here), this.here);
    return join(...sets.flatMap(({ thunks }) => thunks.map((thunk) => thunk())));
  }

  /** `**x`: the entries whose keys are known; an unknown rest is kept as such. */
  private spreadKeywords(node: SyntaxNode): void {
    const [value] = node.children;
    if (!value) return;
    for (const each of this.here.evaluator.evaluate(value, this.here)) {
      if (each.kind === 'mapping') this.addEntries(each.entries);
      if (each.kind === 'data') {
        for (const [key, item] of each.data.entries()) this.keywords.set(key, () => [item]);
      }
      const closed = each.kind === 'data' || (each.kind === 'mapping' && !each.open);
      if (!closed)
        this.open = () => [
          each.kind === 'unknown' ? each : unknown(reasons.expression(this.here.module.textOf(node))),
        ];
    }
  }

  private addEntries(entries: readonly { readonly key: Thunk; readonly value: Thunk }[]): void {
    // Entries are kept latest first; the first to name a keyword wins.
    const found = new Map<string, Thunk>();
    for (const { key, value } of entries) {
      for (const name of key()) {
        if (name.kind === 'text' && !found.has(name.text)) found.set(name.text, value);
      }
    }
    for (const [name, value] of found) this.addKeyword(name, value);
  }

  private addKeyword(name: string, value: Thunk): void {
    const before = this.keywords.get(name);
    this.keywords.set(name, before ? () => join(before(), value()) : value);
  }
}

import type { SyntaxNode } from '../syntax';
import type { WorkspaceView } from '../source';
import type { Asked } from '../usage';
import type { HeardInAll } from './heard';
import { keyOf } from './keys';
import { SortedAsked } from './sortedAsked';
import { type KnownAsked, nameOfAsked } from './world';

/** What was asked of the workspace, what it said, and where it matters. */
interface Answered {
  readonly asked: Asked;
  readonly answer: unknown;
  readonly nodes: Set<SyntaxNode>;
}

/**
 * What was found at nodes of a module, by what it rests on (see `heard.ts`): what a change reaches is looked up, so that
 * what it does not reach costs nothing.
 */
export class Dependents {
  private readonly byKey = new Map<string, Set<SyntaxNode>>();
  private readonly byBody = new Map<SyntaxNode, Set<SyntaxNode>>();
  private readonly byAsked = new Map<string, Answered>();
  private readonly sorted = new SortedAsked();

  /** All that was asked of the workspace. */
  get asked(): KnownAsked {
    return this.sorted;
  }

  add(node: SyntaxNode, { keys, bodies, asked }: HeardInAll, workspace: WorkspaceView): void {
    for (const key of keys) addTo(this.byKey, key, node);
    for (const body of bodies) addTo(this.byBody, body, node);
    for (const each of asked) {
      const name = nameOfAsked(each);
      const known = this.byAsked.get(name);
      if (known) known.nodes.add(node);
      else {
        this.byAsked.set(name, { asked: each, answer: answerTo(each, workspace), nodes: new Set([node]) });
        this.sorted.add(name, each);
      }
    }
  }

  remove(node: SyntaxNode, { keys, bodies, asked }: HeardInAll): void {
    for (const key of keys) takeFrom(this.byKey, key, node);
    for (const body of bodies) takeFrom(this.byBody, body, node);
    for (const each of asked) {
      const name = nameOfAsked(each);
      const known = this.byAsked.get(name);
      known?.nodes.delete(node);
      if (known?.nodes.size !== 0) continue;
      this.byAsked.delete(name);
      this.sorted.delete(name);
    }
  }

  clear(): void {
    this.byKey.clear();
    this.byBody.clear();
    this.byAsked.clear();
    this.sorted.clear();
  }

  /** What rests on a change of the text. */
  *reachedBy(keys: ReadonlySet<string>, bodies: ReadonlySet<SyntaxNode>): Generator<SyntaxNode> {
    for (const key of [keyOf.any, ...keys]) yield* this.byKey.get(key) ?? [];
    for (const body of bodies) yield* this.byBody.get(body) ?? [];
  }

  /** What rests on an answer that is another one now. */
  *reachedFrom(workspace: WorkspaceView): Generator<SyntaxNode> {
    for (const { asked, answer, nodes } of this.byAsked.values())
      if (answerTo(asked, workspace) !== answer) yield* nodes;
  }
}

function answerTo({ kind, path }: Asked, workspace: WorkspaceView): unknown {
  if (kind === 'module') return workspace.source(path);
  return kind === 'config' ? workspace.config(path) : workspace.path(path);
}

function addTo<K>(sets: Map<K, Set<SyntaxNode>>, key: K, node: SyntaxNode): void {
  const set = sets.get(key);
  if (set) set.add(node);
  else sets.set(key, new Set([node]));
}

function takeFrom<K>(sets: Map<K, Set<SyntaxNode>>, key: K, node: SyntaxNode): void {
  const set = sets.get(key);
  set?.delete(node);
  if (set?.size === 0) sets.delete(key);
}

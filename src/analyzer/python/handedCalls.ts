import { child, type SyntaxNode } from '../syntax';
import { Arguments } from './arguments';
import { callArguments } from './callArguments';
import type { Here } from './evaluator';
import { anyElement, elementsOf } from './iteration';
import type { PythonModule } from './module';
import type { Thunk, Values } from './values';

/** A call that happens at a node: what is called, and what it is given. */
export interface MadeCall {
  readonly callee: Thunk;
  readonly args: () => Arguments;
}

/** How a function calls one that it is handed. */
interface HandOver {
  /** Where the function to be called stands. */
  readonly position: number;
  readonly keyword?: string;
  /** What it is given: the arguments behind it, one of each list behind it, or the tuple and dictionary behind it. */
  readonly gives: 'rest' | 'elements' | 'packed';
}

/**
 * Functions and methods that call what they are handed, by their last name. Whose method it is need not be known: nobody
 * hands a loader to something that does not call it.
 */
const handOvers: Readonly<Record<string, HandOver>> = {
  map: { position: 0, gives: 'elements' },
  imap: { position: 0, gives: 'elements' },
  imap_unordered: { position: 0, gives: 'elements' },
  map_async: { position: 0, gives: 'elements' },
  thread_map: { position: 0, gives: 'elements' },
  process_map: { position: 0, gives: 'elements' },
  submit: { position: 0, gives: 'rest' },
  to_thread: { position: 0, gives: 'rest' },
  run_sync: { position: 0, gives: 'rest' },
  run_in_threadpool: { position: 0, gives: 'rest' },
  run_in_executor: { position: 1, gives: 'rest' },
  apply_async: { position: 0, gives: 'packed' },
  Thread: { position: 1, keyword: 'target', gives: 'packed' },
  Process: { position: 1, keyword: 'target', gives: 'packed' },
};

/** The names of `handOvers`. */
export const handOverNames: ReadonlySet<string> = new Set(Object.keys(handOvers));

/** The calls that a call node makes: its own, and that of a function that it hands over. */
export function callsAt(node: SyntaxNode, here: Here): MadeCall[] {
  const callee = child(node, 'function');
  if (!callee) return [];
  const { evaluator } = here;
  const args = once(() => callArguments(child(node, 'arguments'), here));
  const own = { callee: () => evaluator.evaluate(callee, here), args };
  const handed = handedAt(node, here.module);
  if (!handed) return [own];
  const { how } = handed;
  return [
    own,
    { callee: () => evaluator.evaluate(handed.callee, here), args: once(() => given(how, args(), here)) },
  ];
}

/** The function that a call hands over to be called; null when it hands over none. */
export function handedCallee(node: SyntaxNode, module: PythonModule): SyntaxNode | null {
  return handedAt(node, module)?.callee ?? null;
}

function handedAt(
  node: SyntaxNode,
  module: PythonModule,
): { readonly callee: SyntaxNode; readonly how: HandOver } | null {
  const callee = child(node, 'function');
  const last = callee?.type === 'attribute' ? child(callee, 'attribute') : callee;
  const name = last?.type === 'identifier' ? module.textOf(last) : '';
  const how = handOverNames.has(name) ? handOvers[name] : undefined;
  const written = child(node, 'arguments')?.children ?? [];
  if (!how) return null;
  const keyword = written.find((each) => isKeyword(each, how.keyword, module));
  const plain = keyword ? child(keyword, 'value') : written[how.position];
  return plain && /^(?:identifier|attribute|lambda|call|subscript)$/.test(plain.type)
    ? { callee: plain, how }
    : null;
}

function isKeyword(node: SyntaxNode, keyword: string | undefined, module: PythonModule): boolean {
  const name = node.type === 'keyword_argument' ? child(node, 'name') : undefined;
  return keyword !== undefined && name !== undefined && module.textOf(name) === keyword;
}

function given({ gives, position }: HandOver, args: Arguments, here: Here): Arguments {
  const behind = args.positional.slice(position + 1);
  if (gives === 'rest') return new Arguments(behind, args.keywords, args.more, args.open);
  if (gives === 'elements') return Arguments.of(...behind.map((thunk) => () => anyElement(thunk(), here)));
  const [tuple] = elementsOf(args.get(position + 1, ['args']) ?? [], here);
  return new Arguments(tuple?.thunks ?? [], keywordsIn(args.get(position + 2, ['kwargs', 'kwds']) ?? []));
}

/** The entries of a dictionary that stands for keyword arguments. */
function keywordsIn(values: Values): Map<string, Thunk> {
  const entries = values.flatMap((value) => (value.kind === 'mapping' ? value.entries : []));
  const named = entries.flatMap(({ key, value }) =>
    key().flatMap((name) => (name.kind === 'text' ? [[name.text, value] as const] : [])),
  );
  return new Map(named.reverse());
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

import type { Arguments } from '../arguments';
import { type Here, describe } from '../evaluator';
import { reasons } from '../reasons';
import { type CallSite, type ExternalValue, object, unknown, type Values } from '../values';
import { argparseCalls } from './argparse';
import { builtinCalls } from './builtins';
import { configCalls, fileMethod } from './configs';
import { containerCalls } from './containers';
import { environmentCalls } from './environment';
import { flagCalls } from './flags';
import { functionalCalls } from './functional';
import { pathCalls } from './paths';
import { recordCalls } from './records';
import { textCalls } from './texts';
import { widgetCalls } from './widgets';

/** A call of a library's function, as those that know the function see it. */
export interface LibraryCall {
  readonly callee: ExternalValue;
  readonly args: Arguments;
  readonly site: CallSite;
  readonly here: Here;
}

/** What a known function gives; null when it does not know this call after all. */
export type LibraryFunction = (call: LibraryCall) => Values | null;

/** By dotted name (methods: by class and method). To know a further function, add a row to one of the tables. */
export type LibraryFunctions = Readonly<Record<string, LibraryFunction>>;

const functions = new Map<string, LibraryFunction>();

/** All tables as one. Made on the first call, not when the file is read: the tables' files and this one import each other. */
export function libraryFunctions(): ReadonlyMap<string, LibraryFunction> {
  if (functions.size > 0) return functions;
  const tables = [
    argparseCalls,
    builtinCalls,
    configCalls,
    containerCalls,
    environmentCalls,
    flagCalls,
    functionalCalls,
    pathCalls,
    recordCalls,
    textCalls,
    widgetCalls,
  ];
  for (const table of tables) for (const [name, known] of Object.entries(table)) functions.set(name, known);
  return functions;
}

/** Methods that give back the object they are called on: `model.to("cuda").eval()` is the model. */
const fluent = new Set(
  'to eval cuda cpu half float double bfloat16 train requires_grad_ share_memory compile with_format to_bettertransformer'.split(
    ' ',
  ),
);

/** What calling a library's function or class gives. What no table knows is an object of the class, or unknown. */
export function callExternal(callee: ExternalValue, site: CallSite, here: Here): Values {
  const name = callee.path.join('.');
  const values = (here.evaluator.functions.get(name) ?? fileMethod(callee.path))?.({
    callee,
    args: site.args,
    site,
    here,
  });
  if (values) return values;
  const last = callee.path.at(-1) ?? '';
  if (callee.receiver && fluent.has(last)) return [callee.receiver];
  const path = madeBy(callee.path);
  return path ? [object(path, site)] : [unknown(reasons.call(describe(callee)))];
}

/** The class of what a call makes, told by how classes are written: `Name(…)`, `Name.from_…(…)`, `Name.__init__(…)`. */
function madeBy(path: readonly string[]): readonly string[] | null {
  const last = path.at(-1) ?? '';
  const owner = path.at(-2) ?? '';
  if (/^_*[A-Z]/.test(last)) return path;
  if (/^_*[A-Z]/.test(owner) && /^(from_|load$|load_|create$|__init__$|get_)/.test(last))
    return path.slice(0, -1);
  return null;
}

import { child, type SyntaxNode } from '../../syntax';
import { callArguments } from '../callArguments';
import type { Here } from '../evaluator';

import { valueOf } from '../names';
import { reasons } from '../reasons';
import type { MemberBinding } from '../scope';
import { constant, join, text, unknown, type Value, type Values, withNote } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** `os.environ.get(name, default)`, `os.getenv(name, default)`: the default, which the variable may override. */
function getenv({ args, here }: LibraryCall): Values {
  const names = args.get(0, ['key', 'varname']) ?? [];
  const fallback = args.get(1, ['default']);
  return join(...names.map((name) => setHere(name, variable(name, fallback), here)));
}

function variable(name: Value, fallback: Values | null): Values {
  const written = name.kind === 'text' ? name.text : '?';
  const known = fallback?.filter((value) => !(value.kind === 'constant' && value.value === null)) ?? [];
  return known.length > 0
    ? withNote(known, reasons.variableMayOverride(written))
    : [unknown(reasons.variable(written)), ...(fallback ? [constant(null)] : [])];
}

/** `os.environ[name]`. */
export function environmentItem(keys: Values, here: Here): Values {
  return join(...keys.map((key) => setHere(key, variable(key, null), here)));
}

/** What the module itself has put into a variable where it is read; `otherwise` where that may not have happened. */
function setHere(name: Value, otherwise: Values, here: Here): Values {
  if (name.kind !== 'text') return otherwise;
  const { index, source } = here.module;
  const ofEnvironment = ({ object }: MemberBinding) => /(?:^|\.)environ$/.test(here.module.textOf(object));
  const all = index.members(name.text).filter(ofEnvironment);
  if (all.length === 0) return join(otherwise, defaultSetHere(name.text, here));
  const read = name.literal?.source === source ? name.literal.start : source.text.length;
  const earlier = all.filter(({ node }) => node.start < read);
  const last = earlier.at(-1);
  if (last && isCertain(last, read)) return valueOf(last, here);
  // What stands below may have run before only where the reader or the assignment is in a function.
  const mayFollow = ({ scope }: MemberBinding) =>
    scope.kind === 'function' || /^\s/.test(source.lineBefore(read));
  const possible = earlier.length > 0 ? earlier : all.filter(mayFollow);
  return join(...possible.map((member) => valueOf(member, here)), otherwise);
}

/** Whether an assignment stands in its scope, not in a branch of it, and the scope is also that of the reader. */
function isCertain({ node, scope }: MemberBinding, read: number): boolean {
  let statement: SyntaxNode = node;
  while (statement.parent && !/^(?:module|block)$/.test(statement.parent.type)) statement = statement.parent;
  const block = statement.parent;
  const around = scope.node;
  return (block === around || block?.parent === around) && around.start <= read && read < around.end;
}

/** The value of `os.environ.setdefault(name, value)`. */
function defaultSetHere(name: string, here: Here): Values {
  const calls = here.module.index.callsNamed('setdefault').filter((call) => {
    const callee = child(call, 'function');
    return callee !== undefined && /(?:^|\.)environ\.setdefault$/.test(here.module.textOf(callee));
  });
  return calls.flatMap((call) => {
    const args = callArguments(child(call, 'arguments'), here);
    const isOurs = args.get(0, ['key'])?.some((key) => key.kind === 'text' && key.text === name);
    return isOurs ? withNote(args.get(1, ['value']) ?? [], reasons.variableMayOverride(name)) : [];
  });
}

export const environmentCalls: LibraryFunctions = {
  'os.environ.get': getenv,
  'os.environ.pop': getenv,
  'os.environ.setdefault': getenv,
  'os.getenv': getenv,
  'decouple.config': getenv,
  'environ.Env.str': getenv,
  'builtins.input': () => [unknown(reasons.input())],
  'getpass.getpass': () => [unknown(reasons.input())],
  'os.getcwd': () => [text('.')],
};

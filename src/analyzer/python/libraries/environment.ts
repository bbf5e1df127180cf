import { reasons } from '../reasons';
import { constant, join, text, unknown, type Value, type Values, withNote } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** `os.environ.get(name, default)`, `os.getenv(name, default)`: the default, which the variable may override. */
function getenv({ args }: LibraryCall): Values {
  const names = args.get(0, ['key', 'varname']) ?? [];
  const fallback = args.get(1, ['default']);
  return join(...names.map((name) => variable(name, fallback)));
}

function variable(name: Value, fallback: Values | null): Values {
  const written = name.kind === 'text' ? name.text : '?';
  const known = fallback?.filter((value) => !(value.kind === 'constant' && value.value === null)) ?? [];
  return known.length > 0
    ? withNote(known, reasons.variableMayOverride(written))
    : [unknown(reasons.variable(written)), ...(fallback ? [constant(null)] : [])];
}

/** `os.environ[name]`. */
export function environmentItem(keys: Values): Values {
  return keys.map((key) => unknown(reasons.variable(key.kind === 'text' ? key.text : '?')));
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

import { attributeOf } from '../attributes';
import { classAround } from '../classes';
import type { Here } from '../evaluator';
import { evaluateParameter } from '../parameters';
import { functionScope, type Scope, scopeOf } from '../scope';
import { parameterName } from '../scopeVisitors';
import { textOf } from '../textOperations';
import { type ClassValue, constant, join, superValue, text, type Value, type Values } from '../values';
import { child } from '../../syntax';
import type { LibraryCall, LibraryFunctions } from './calls';

/** `getattr(object, "name", default)`. */
function getAttribute({ args, site, here }: LibraryCall): Values | null {
  const objects = args.get(0, []) ?? [];
  const names = args.get(1, []) ?? [];
  const known = names.flatMap((name) => (name.kind === 'text' ? [name.text] : []));
  if (known.length < names.length || known.length === 0) return null;
  return join(
    ...objects.flatMap((each) => known.map((name) => attributeOf(each, name, site.node, here))),
    args.get(2, []) ?? [],
  );
}

/** `super()` in a method, `super(Class, self)`. */
function superOf({ args, site, here }: LibraryCall): Values | null {
  const fn = functionScope(scopeOf(here.module.index, site.node));
  const definition = fn ? classAround(fn.node) : null;
  if (!fn || !definition) return null;
  const [named] = args.get(0, []) ?? [];
  const after: ClassValue =
    named?.kind === 'class'
      ? named
      : {
          kind: 'class',
          module: here.module,
          node: definition,
          closure: here.frame?.closure ?? null,
          trail: null,
          note: null,
        };
  return selfIn(fn, here).map((self) => superValue(after, self));
}

function selfIn(fn: Scope, here: Here): Values {
  const first = child(fn.node, 'parameters')?.children[0];
  const name = first && parameterName(first);
  return first && name ? evaluateParameter(first, name, fn, here) : [];
}

function asText(value: Value): Value {
  const known = textOf(value);
  return known === null || value.kind === 'text'
    ? value
    : { ...text(known), trail: value.trail, note: value.note };
}

export const builtinCalls: LibraryFunctions = {
  'builtins.getattr': getAttribute,
  'builtins.super': superOf,
  'builtins.str': ({ args }) => (args.get(0, ['object']) ?? [text('')]).map(asText),
  'builtins.int': ({ args }) => args.get(0, []) ?? [constant(0)],
  'builtins.vars': ({ args }) => args.get(0, []),
  'builtins.type': ({ args }) =>
    args.get(0, [])?.map((each) => (each.kind === 'instance' ? each.of : each)) ?? null,
  'builtins.property': ({ args }) => args.get(0, ['fget']),
  'builtins.staticmethod': ({ args }) => args.get(0, []),
  'builtins.classmethod': ({ args }) => args.get(0, []),
  'builtins.isinstance': () => [constant(true), constant(false)],
  'builtins.hasattr': () => [constant(true), constant(false)],
  'builtins.len': () => [constant(1), constant(0)],
  'copy.copy': ({ args }) => args.get(0, ['x']),
  'copy.deepcopy': ({ args }) => args.get(0, ['x']),
  'typing.cast': ({ args }) => args.get(1, ['val']),
  'sys.intern': ({ args }) => args.get(0, []),
  'dataclasses.replace': ({ args }) =>
    args.get(0, ['obj'])?.map((each) => {
      const made = each.kind === 'instance' ? each.call : null;
      return made ? { ...each, call: { ...made, args: made.args.before(args.shifted()) } } : each;
    }) ?? null,
  'dataclasses.asdict': ({ args }) => args.get(0, ['obj']),
  'dataclasses.field': ({ args, here, site }) => {
    const factory = args.get(undefined, ['default_factory', 'factory']);
    const given = args.get(undefined, ['default']);
    return (
      given ??
      (factory ? here.evaluator.call(factory, { ...site, args: args.shifted().withoutKeywords() }) : null)
    );
  },
  'attr.ib': ({ args }) => args.get(0, ['default']),
  'attrs.field': ({ args }) => args.get(undefined, ['default']),
  'attr.field': ({ args }) => args.get(undefined, ['default']),
  'modal.parameter': ({ args }) => args.get(undefined, ['default']),
  'pydantic.Field': ({ args }) => args.get(0, ['default']),
  'asyncio.run': ({ args }) => args.get(0, ['main']),
};

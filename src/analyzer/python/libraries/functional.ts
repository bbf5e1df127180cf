import { Arguments } from '../arguments';
import { elementsOf } from '../iteration';
import { join, partial, sequence, type Values } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** `functools.partial(f, …)`. */
function makePartial({ args }: LibraryCall): Values {
  const callees = args.get(0, ['func']) ?? [];
  return callees.map((callee) => partial(callee, args.shifted()));
}

/** `map(f, xs)`: what `f` gives for each. */
function mapped({ args, site, here }: LibraryCall): Values {
  const callees = args.get(0, []) ?? [];
  const sets = elementsOf(args.get(1, []) ?? [], here);
  return sets.map(({ thunks, open }) =>
    sequence(
      thunks.map((thunk) => () => join(here.evaluator.call(callees, { ...site, args: Arguments.of(thunk) }))),
      open,
    ),
  );
}

export const functionalCalls: LibraryFunctions = {
  'functools.partial': makePartial,
  'functools.partialmethod': makePartial,
  'builtins.map': mapped,
  'builtins.filter': ({ args, here }) =>
    elementsOf(args.get(1, []) ?? [], here).map(({ thunks }) => sequence(thunks, true)),
  'functools.lru_cache': ({ args }) => args.get(0, []),
  'functools.cache': ({ args }) => args.get(0, []),
};

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

/** What wraps a model and is still that model. */
function first({ args }: LibraryCall): Values | null {
  return args.get(0, ['model', 'module']);
}

export const functionalCalls: LibraryFunctions = {
  'functools.partial': makePartial,
  'functools.partialmethod': makePartial,
  'builtins.map': mapped,
  'builtins.filter': ({ args, here }) =>
    elementsOf(args.get(1, []) ?? [], here).map(({ thunks }) => sequence(thunks, true)),
  'peft.get_peft_model': first,
  'peft.prepare_model_for_kbit_training': first,
  'peft.prepare_model_for_int8_training': first,
  'torch.compile': first,
  'torch.nn.DataParallel': first,
  'torch.nn.parallel.DistributedDataParallel': first,
  'accelerate.Accelerator.unwrap_model': first,
  'joblib.delayed': ({ args }) => args.get(0, ['function']),
  'dask.delayed': ({ args }) => args.get(0, ['obj']),
  'functools.lru_cache': ({ args }) => args.get(0, []),
  'functools.cache': ({ args }) => args.get(0, []),
};

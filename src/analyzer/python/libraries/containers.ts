import { elementsOf } from '../iteration';
import { subscriptWith } from '../subscripts';
import { constant, join, mapping, sequence, type Thunk, type Value, type Values } from '../values';
import type { LibraryCall, LibraryFunction, LibraryFunctions } from './calls';

/** `d.get(key, default)`: the entry, or the default where the key may be missing. */
function get({ callee, args, here }: LibraryCall): Values | null {
  const { receiver } = callee;
  const keys = args.get(0, ['key']);
  if (!receiver || !keys) return null;
  const found = subscriptWith(receiver, keys, here);
  const sure = found.length > 0 && keys.every(({ kind }) => kind === 'text') && !isOpen(receiver);
  const fallback = args.get(1, ['default']) ?? [constant(null)];
  return sure ? found : join(found, fallback);
}

function isOpen(value: Value): boolean {
  return (value.kind === 'mapping' || value.kind === 'sequence') && value.open;
}

function entriesOf(value: Value | null): { readonly key: Thunk; readonly value: Thunk }[] | null {
  if (value?.kind === 'mapping') return [...value.entries].reverse();
  if (value?.kind !== 'data') return null;
  return value.data.entries().map(([key, item]) => ({
    key: () => [{ kind: 'text' as const, text: key, literal: null, trail: null, note: null }],
    value: () => [item],
  }));
}

function overEntries(pick: (entry: { key: Thunk; value: Thunk }) => Thunk): LibraryFunction {
  return ({ callee }) => {
    const entries = entriesOf(callee.receiver);
    return entries && [sequence(entries.map(pick), callee.receiver !== null && isOpen(callee.receiver))];
  };
}

/** `dict(a=1)`, `dict(pairs)`, `dict(other)`. */
function makeDict({ args, here }: LibraryCall): Values {
  const written = [...args.keywords].map(([key, value]) => ({
    key: () => [{ kind: 'text' as const, text: key, literal: null, trail: null, note: null }],
    value,
  }));
  const given = args.get(0, []) ?? [];
  const base = given.flatMap((each): { key: Thunk; value: Thunk }[] => {
    const entries = entriesOf(each);
    if (entries) return [...entries].reverse();
    return elementsOf([each], here).flatMap(({ thunks }) =>
      thunks.map((pair) => ({
        key: () => join(...pair().map((one) => subscriptWith(one, [constant(0)], here))),
        value: () => join(...pair().map((one) => subscriptWith(one, [constant(1)], here))),
      })),
    );
  });
  const open = args.open !== null || given.some((each) => isOpen(each) || each.kind === 'unknown');
  return [mapping([...written.reverse(), ...base], open)];
}

/** `list(x)`, `sorted(x)`, …: the same elements, perhaps in another order. */
function sameElements({ args, here }: LibraryCall): Values {
  const sets = elementsOf(args.get(0, ['iterable']) ?? [sequence([])], here);
  return sets.map(({ thunks, open }) => sequence(thunks, open));
}

function reversed({ args, here }: LibraryCall): Values {
  const sets = elementsOf(args.get(0, []) ?? [], here);
  return sets.map(({ thunks, open }) => sequence([...thunks].reverse(), open));
}

function enumerated({ args, here }: LibraryCall): Values {
  const sets = elementsOf(args.get(0, ['iterable']) ?? [], here);
  return sets.map(({ thunks, open }) =>
    sequence(
      thunks.map((thunk, index) => () => [sequence([() => [constant(index)], thunk])]),
      open,
    ),
  );
}

function zipped({ args, here }: LibraryCall): Values {
  const columns = args.positional.map((thunk) => elementsOf(thunk(), here)[0] ?? { thunks: [], open: true });
  const length = Math.min(...columns.map(({ thunks }) => thunks.length));
  const rows = Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, row) => () => [
    sequence(columns.map(({ thunks }) => thunks[row] ?? (() => []))),
  ]);
  return [
    sequence(
      rows,
      columns.some(({ open }) => open),
    ),
  ];
}

/** The first (or any) element: `next(iter(x))`, `random.choice(x)`. */
function anyOf({ args, here }: LibraryCall): Values {
  const sets = elementsOf(args.get(0, ['seq']) ?? [], here);
  return join(...sets.flatMap(({ thunks }) => thunks.map((thunk) => thunk())));
}

/** Combinations beyond this are not told apart. */
const mostCombinations = 64;

/** `itertools.product(xs, ys)`: each element of one with each of the other. */
function product({ args, here }: LibraryCall): Values {
  const sets = args.positional.map((thunk) => elementsOf(thunk(), here));
  const open = args.more !== null || sets.some((set) => set.some((each) => each.open));
  const rows = sets.reduce<Thunk[][]>(
    (heads, set) => {
      const thunks = set.flatMap((each) => each.thunks);
      return heads.flatMap((head) => thunks.map((thunk) => [...head, thunk])).slice(0, mostCombinations);
    },
    [[]],
  );
  return [
    sequence(
      rows.map((row) => () => [sequence(row)]),
      open,
    ),
  ];
}

export const containerCalls: LibraryFunctions = {
  'builtins.dict.get': get,
  'builtins.dict.pop': get,
  'builtins.dict.setdefault': get,
  'builtins.dict.keys': overEntries(({ key }) => key),
  'builtins.dict.values': overEntries(({ value }) => value),
  'builtins.dict.items': overEntries(({ key, value }) => () => [sequence([key, value])]),
  'builtins.dict.copy': ({ callee }) => (callee.receiver ? [callee.receiver] : null),
  'builtins.list.copy': ({ callee }) => (callee.receiver ? [callee.receiver] : null),
  'builtins.list.pop': ({ callee, here }) => {
    const { receiver } = callee;
    return (
      receiver &&
      join(...elementsOf([receiver], here).flatMap(({ thunks }) => thunks.map((thunk) => thunk())))
    );
  },
  'builtins.dict': makeDict,
  'collections.OrderedDict': makeDict,
  'types.SimpleNamespace': makeDict,
  'argparse.Namespace': makeDict,
  'easydict.EasyDict': makeDict,
  'addict.Dict': makeDict,
  'munch.Munch': makeDict,
  'box.Box': makeDict,
  'ml_collections.ConfigDict': makeDict,
  'builtins.list': sameElements,
  'builtins.tuple': sameElements,
  'builtins.set': sameElements,
  'builtins.frozenset': sameElements,
  'builtins.sorted': sameElements,
  'builtins.iter': sameElements,
  'builtins.reversed': reversed,
  'builtins.enumerate': enumerated,
  'builtins.zip': zipped,
  'builtins.next': anyOf,
  'builtins.min': anyOf,
  'builtins.max': anyOf,
  'random.choice': anyOf,
  'random.sample': sameElements,
  'itertools.chain': ({ args, here }) => [
    sequence(
      args.positional.flatMap((thunk) => elementsOf(thunk(), here).flatMap(({ thunks }) => thunks)),
      args.more !== null,
    ),
  ],
  'itertools.product': product,
  'itertools.cycle': sameElements,
  'itertools.islice': sameElements,
  'tqdm.tqdm': sameElements,
  'tqdm.auto.tqdm': sameElements,
  'tqdm.notebook.tqdm': sameElements,
  'rich.progress.track': sameElements,
};

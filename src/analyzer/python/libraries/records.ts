import { Arguments } from '../arguments';
import { elementsOf } from '../iteration';
import { external, mapping, partial, text, type Thunk, type Values } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

const fieldsPath = ['collections', 'namedtuple', 'fields'];

/** `namedtuple("Name", "a b")`: what makes a record of these fields. */
function makeRecordClass({ args }: LibraryCall): Values {
  const names = args.positional[1] ?? args.keywords.get('field_names') ?? (() => []);
  const defaults: Thunk = () => args.get(undefined, ['defaults']) ?? [];
  return [partial(external(fieldsPath), Arguments.of(names, defaults))];
}

/** A record: an entry a field, in order, from what it was made with or the default; defaults belong to the last fields. */
function makeRecord({ args, here }: LibraryCall): Values {
  const [names, defaults, ...given] = args.positional;
  const fields = (names?.() ?? []).flatMap((value): string[] =>
    value.kind === 'text'
      ? value.text.split(/[\s,]+/).filter((name) => name !== '')
      : elementsOf([value], here).flatMap(({ thunks }) => thunks.flatMap((thunk) => textsIn(thunk()))),
  );
  const standing = elementsOf(defaults?.() ?? [], here).flatMap(({ thunks }) => thunks);
  const entries = fields.flatMap((field, index) => {
    const value =
      given[index] ?? args.keywords.get(field) ?? standing[index - (fields.length - standing.length)];
    return value ? [{ key: () => [text(field)], value }] : [];
  });
  return [mapping(entries, fields.length === 0)];
}

function textsIn(values: Values): string[] {
  return values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
}

export const recordCalls: LibraryFunctions = {
  'collections.namedtuple': makeRecordClass,
  [fieldsPath.join('.')]: makeRecord,
};

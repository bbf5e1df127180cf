import { reasons } from '../reasons';
import { constant, type Values, unknown, withNote } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** `typer.Option("default", "--flag")` as the default of a parameter. */
function option({ args }: LibraryCall): Values {
  const flags = args.positional.slice(1).flatMap((thunk) => thunk());
  const [flag] = flags.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  const given = args.get(0, ['default']) ?? [];
  const known = given.filter((each) => !(each.kind === 'constant' && each.value === null));
  const shown = flag ?? '--option';
  return known.length > 0
    ? withNote(known, reasons.flagMayOverride(shown))
    : [unknown(reasons.flag(shown)), constant(null)];
}

export const flagCalls: LibraryFunctions = {
  'typer.Option': option,
  'typer.Argument': option,
};

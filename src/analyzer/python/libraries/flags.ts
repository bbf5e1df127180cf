import { reasons } from '../reasons';
import { child } from '../../syntax';
import { type CallSite, constant, type Values, unknown, withNote } from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** `typer.Option("default", "--flag")` as the default of a parameter. */
function option({ args, site }: LibraryCall): Values {
  const flags = args.positional.slice(1).flatMap((thunk) => thunk());
  const [flag] = flags.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  const given = args.get(0, ['default']) ?? [];
  const known = given.filter((each) => !(each.kind === 'constant' && each.value === null));
  const shown = flag ?? parameterFlag(site);
  return known.length > 0
    ? withNote(known, reasons.flagMayOverride(shown))
    : [unknown(reasons.flag(shown)), constant(null)];
}

/** The flag that typer makes of the parameter whose default the call is. */
function parameterFlag({ module, node }: CallSite): string {
  const name = node.parent && child(node.parent, 'name');
  return name ? `--${module.textOf(name).replaceAll('_', '-')}` : '--option';
}

export const flagCalls: LibraryFunctions = {
  'typer.Option': option,
  'typer.Argument': option,
};

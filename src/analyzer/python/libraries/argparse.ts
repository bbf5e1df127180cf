import { child } from '../../syntax';
import { message } from '../../../shared/message';
import { Arguments } from '../arguments';
import { callArguments } from '../callArguments';
import type { Here } from '../evaluator';
import { reasons } from '../reasons';
import {
  type CallSite,
  constant,
  instance,
  join,
  object,
  type ObjectValue,
  sequence,
  unknown,
  type Value,
  type Values,
  withNote,
  withStep,
} from '../values';
import type { LibraryCall, LibraryFunctions } from './calls';

/** Dotted name that stands for what `parse_args` gives; its call is the parser's construction. */
const namespace = ['argparse', 'Namespace'];
const parserClasses = new Set(['ArgumentParser', 'HfArgumentParser', 'ArgParser', 'Tap']);

function isParser(value: Value | null): value is ObjectValue {
  return value?.kind === 'object' && parserClasses.has(value.path.at(-1) ?? '');
}

function isNamespace(value: Value): value is ObjectValue {
  return value.kind === 'object' && value.path.join('.') === 'argparse.Namespace';
}

/** `parser.parse_args()`: a namespace that asks the parser's options. */
function parseArgs({ callee }: LibraryCall): Values | null {
  const { receiver } = callee;
  // Of a class derived from a parser, the parser itself holds the values.
  if (receiver?.kind === 'instance') return [receiver];
  return isParser(receiver) ? [object(namespace, receiver.call)] : null;
}

function parseKnownArgs(call: LibraryCall): Values | null {
  const parsed = parseArgs(call);
  return parsed && [sequence([() => parsed, () => [sequence([], true)]])];
}

/** `parser.add_argument_group()`, `parser.add_subparsers()`: options added there are the parser's. */
function sameParser({ callee }: LibraryCall): Values | null {
  return isParser(callee.receiver) ? [callee.receiver] : null;
}

/** `HfArgumentParser(A, B).parse_args_into_dataclasses()`: one object of each dataclass, as its defaults make it. */
function parseIntoDataclasses({ callee, here }: LibraryCall): Values | null {
  if (!isParser(callee.receiver)) return null;
  const given = callee.receiver.call.args.get(0, ['dataclass_types']) ?? [];
  const types = given.flatMap((value) => (value.kind === 'sequence' ? value.elements : [() => [value]]));
  const made = types.map((type) => () => join(...type().map((each) => parsedDataclass(each, here))));
  return [sequence(made, false)];
}

function parsedDataclass(type: Value, here: Here): Values {
  if (type.kind !== 'class') return here.evaluator.call([type], noArguments(here));
  const parsed = instance(type, { ...noArguments(here), parsed: true });
  return [parsed];
}

/** `tyro.cli(Args)`: an object of the class, as its defaults make it. */
function parseClass({ args, here }: LibraryCall): Values | null {
  const types = args.get(0, ['config_class', 'f', 'cls']) ?? [];
  return types.some(({ kind }) => kind === 'class')
    ? join(...types.map((type) => parsedDataclass(type, here)))
    : null;
}

function noArguments(here: Here): CallSite {
  return { module: here.module, node: here.module.syntax.root, frame: null, args: Arguments.none };
}

/** Functions that fill a class from the command line. */
const classParsers = [
  'tyro.cli',
  'simple_parsing.parse',
  'pyrallis.parse',
  'draccus.parse',
  'datargs.parse',
  'tap.tapify',
  'jsonargparse.CLI',
  'jsonargparse.auto_cli',
];

export const argparseCalls: LibraryFunctions = Object.fromEntries([
  ...classParsers.map((name) => [name, parseClass] as const),
  ...[
    'argparse.ArgumentParser',
    'transformers.HfArgumentParser',
    'trl.TrlParser',
    'configargparse.ArgParser',
    'configargparse.ArgumentParser',
    'tap.Tap',
    'transformers.hf_argparser.HfArgumentParser',
  ].flatMap(
    (parser) =>
      [
        [`${parser}.parse_args`, parseArgs],
        [`${parser}.parse_known_args`, parseKnownArgs],
        [`${parser}.parse_intermixed_args`, parseArgs],
        [`${parser}.add_argument_group`, sameParser],
        [`${parser}.add_mutually_exclusive_group`, sameParser],
        [`${parser}.add_subparsers`, sameParser],
        [`${parser}.add_parser`, sameParser],
        [`${parser}.parse_args_into_dataclasses`, parseIntoDataclasses],
        [`${parser}.parse_json_file`, parseIntoDataclasses],
        [`${parser}.parse_yaml_file`, parseIntoDataclasses],
        [`${parser}.parse_dict`, parseIntoDataclasses],
      ] as const,
  ),
]);

/** `args.model`: the default of the option whose destination is `model`. */
export function namespaceAttribute(value: ObjectValue, name: string, here: Here): Values | null {
  if (!isNamespace(value)) return null;
  if (name.startsWith('__')) return null;
  return new ParserOptions(value.call, here).destination(name);
}

/** `vars(args)["model"]`. */
export function namespaceItem(value: Value, keys: Values, here: Here): Values | null {
  if (!isNamespace(value)) return null;
  return join(
    ...keys.map((key) => (key.kind === 'text' ? (namespaceAttribute(value, key.text, here) ?? []) : [])),
  );
}

/** The options of one parser: every `add_argument` in the parser's module whose receiver is that parser. */
class ParserOptions {
  private readonly there: Here;

  constructor(
    private readonly parser: CallSite,
    here: Here,
  ) {
    this.there = here.evaluator.here(parser.module, null);
  }

  destination(name: string): Values {
    const overridden = this.setDefaults(name);
    const defaults = this.calls('add_argument').flatMap((call) => this.option(call, name));
    if (overridden.length > 0) return overridden;
    return defaults.length > 0 ? join(...defaults) : [unknown(reasons.attribute(name))];
  }

  /** What an option gives when it has the destination that is asked for. */
  private option({ args, node }: CallSite, name: string): Values[] {
    const flags = args.positional.flatMap((thunk) =>
      thunk().flatMap((each) => (each.kind === 'text' ? [each.text] : [])),
    );
    const named = args.get(undefined, ['dest'])?.find(({ kind }) => kind === 'text');
    const destination = named?.kind === 'text' ? named.text : destinationOf(flags);
    if (destination !== name) return [];
    const shown = flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? name;
    const given = args.get(undefined, ['default']);
    const isSwitch =
      args
        .get(undefined, ['action'])
        ?.some((each) => each.kind === 'text' && each.text.startsWith('store_')) ?? false;
    if (!given && isSwitch) return [[constant(true), constant(false)]];
    const known = given?.filter((each) => !(each.kind === 'constant' && each.value === null)) ?? [];
    const values =
      known.length > 0
        ? withNote(known, reasons.flagMayOverride(shown))
        : [unknown(reasons.flag(shown)), ...(given ? [constant(null)] : [])];
    return [withStep(values, message('default of {0}', shown), this.parser.module.spot(node))];
  }

  /** `parser.set_defaults(model="x")`. */
  private setDefaults(name: string): Values {
    return this.calls('set_defaults').flatMap(({ args }) => args.get(undefined, [name]) ?? []);
  }

  /** The calls of a method of this parser (or of its groups), wherever in its module. */
  private calls(method: string): CallSite[] {
    const { module } = this.parser;
    return module.index.callsNamed(method).flatMap((node): CallSite[] => {
      const callee = child(node, 'function');
      if (!callee) return [];
      if (!this.isOurs(this.there.evaluator.evaluate(callee, this.there))) return [];
      return [{ module, node, frame: null, args: callArguments(child(node, 'arguments'), this.there) }];
    });
  }

  private isOurs(callees: Values): boolean {
    return callees.some((callee) => callee.kind === 'external' && this.isSame(callee.receiver));
  }

  private isSame(receiver: Value | null): boolean {
    return (
      isParser(receiver) &&
      receiver.call.node === this.parser.node &&
      receiver.call.module === this.parser.module
    );
  }
}

function destinationOf(flags: readonly string[]): string {
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '';
  return long.replace(/^-+/, '').replaceAll('-', '_');
}

import { child, type SyntaxNode } from '../syntax';
import { message } from '../../shared/message';
import type { Arguments } from './arguments';
import { callArguments } from './callArguments';
import { decoratorsOf } from './classes';
import type { Here } from './evaluator';
import { composeConfig } from './hydra';
import { reasons } from './reasons';
import { parametersOf } from './parameters';
import { parameterName } from './scopeVisitors';
import { elementsOf } from './iteration';
import { subscriptWith } from './subscripts';
import { constant, join, text, unknown, type Values, withNote, withStep } from './values';

/** A decorator that fills parameters. Null: not this one. */
type Filler = (decorator: Decorator, parameter: string) => Values | null;

interface Decorator {
  readonly node: SyntaxNode;
  readonly fn: SyntaxNode;
  readonly args: Arguments;
  readonly here: Here;
}

/** By the last segments of the decorator's name as written: these are called on objects (`@app.command`) as well. */
const fillers: readonly (readonly [name: RegExp, filler: Filler])[] = [
  [/(^|\.)option$/, clickOption],
  [/(^|\.)argument$/, clickArgument],
  [/(^|\.)hydra\.main$|^main$/, hydraMain],
  [/(^|\.)parametrize$/, parametrize],
  [/\.(command|callback)$/, commandDefault],
];

/** What the decorators of a function put into one of its parameters; null when none does. */
export function declaredDefault(fn: SyntaxNode, parameter: string, here: Here): Values | null {
  for (const node of decoratorsOf(fn)) {
    const callee = child(node, 'function');
    if (node.type !== 'call' || !callee) continue;
    const name = here.module.textOf(callee);
    for (const [pattern, filler] of fillers) {
      if (!pattern.test(name)) continue;
      const open = { ...here, frame: null };
      const values = filler(
        { node, fn, args: callArguments(child(node, 'arguments'), open), here: open },
        parameter,
      );
      if (values) return values;
    }
  }
  return null;
}

function textsOf(args: Arguments): string[] {
  return args.positional.flatMap((thunk) =>
    thunk().flatMap((each) => (each.kind === 'text' ? [each.text] : [])),
  );
}

/** `@click.option("--model", "checkpoint", default="x")`. */
function clickOption({ node, args, here }: Decorator, parameter: string): Values | null {
  const declared = textsOf(args);
  const own = declared.find((each) => !each.startsWith('-'));
  const long = declared.find((each) => each.startsWith('--')) ?? declared[0] ?? '';
  const name = own ?? long.split('/')[0]?.replace(/^-+/, '').replaceAll('-', '_').toLowerCase();
  if (name !== parameter) return null;
  return optionValues(long, args, node, here);
}

/** `@click.argument("model", default="x")`. */
function clickArgument({ node, args, here }: Decorator, parameter: string): Values | null {
  const [declared = ''] = textsOf(args);
  return declared.toLowerCase().replaceAll('-', '_') === parameter
    ? optionValues(declared, args, node, here)
    : null;
}

function optionValues(flag: string, args: Arguments, node: SyntaxNode, here: Here): Values {
  const given = args.get(undefined, ['default']);
  const known = given?.filter((each) => !(each.kind === 'constant' && each.value === null)) ?? [];
  const values =
    known.length > 0
      ? withNote(known, reasons.flagMayOverride(flag))
      : [unknown(reasons.flag(flag)), ...(given ? [constant(null)] : [])];
  return withStep(values, message('default of {0}', flag), here.module.spot(node));
}

/** `@hydra.main(config_path="conf", config_name="config")`: the first parameter is the configuration. */
function hydraMain({ fn, args, here }: Decorator, parameter: string): Values | null {
  const [first] = parametersOf(fn);
  const name = first && parameterName(first);
  if (!name || here.module.textOf(name) !== parameter) return null;
  const folders = (args.get(0, ['config_path']) ?? [text('.')]).map((each) =>
    each.kind === 'text' ? each.text : '.',
  );
  const names = (args.get(1, ['config_name']) ?? [text('config')]).flatMap((each) =>
    each.kind === 'text' ? [each.text] : [],
  );
  return join(...folders.flatMap((folder) => names.map((each) => composeConfig(folder, each, here))));
}

/** `@app.command()`: each parameter is an option of the command line, its default the option's. */
function commandDefault({ fn, here }: Decorator, parameter: string): Values | null {
  const nameOf = (each: SyntaxNode) => {
    const name = parameterName(each);
    return name ? here.module.textOf(name) : '';
  };
  const declared = parametersOf(fn).find((each) => nameOf(each) === parameter);
  const value = declared && child(declared, 'value');
  if (!value || value.type === 'call' || value.type === 'none') return null;
  const flag = `--${parameter.replaceAll('_', '-')}`;
  return withNote(here.evaluator.evaluate(value, here), reasons.flagMayOverride(flag));
}

/** `@pytest.mark.parametrize("name", ["a", "b"])`. */
function parametrize({ args, here }: Decorator, parameter: string): Values | null {
  const names = textsOf(args)
    .slice(0, 1)
    .flatMap((each) => each.split(',').map((one) => one.trim()));
  const index = names.indexOf(parameter);
  if (index < 0) return null;
  const rows = elementsOf(args.get(1, ['argvalues']) ?? [], here).flatMap(({ thunks }) =>
    thunks.map((thunk) => thunk()),
  );
  if (names.length === 1) return join(...rows);
  return join(...rows.map((row) => join(...row.map((each) => subscriptWith(each, [constant(index)], here)))));
}

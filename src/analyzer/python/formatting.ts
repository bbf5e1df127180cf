import type { SyntaxNode } from '../syntax';
import type { Arguments } from './arguments';
import { attributeOf } from './attributes';
import { type Here, shorten } from './evaluator';
import { reasons } from './reasons';
import { subscriptWith } from './subscripts';
import { addTexts } from './textOperations';
import { constant, join, text, type Thunk, unknown, type Value, type Values } from './values';

/** A template cut into its fixed texts and what stands between them. */
type Piece = { readonly fixed: string } | { readonly values: Thunk };

/** `template % right`. */
export function formatPercent(
  templates: Values,
  right: SyntaxNode | undefined,
  node: SyntaxNode,
  here: Here,
): Values {
  if (!right) return [];
  const given = here.evaluator.evaluate(right, here);
  return eachTemplate(templates, node, here, (template) => percentPieces(template, given, here));
}

/** `template.format(…)`. */
export function formatBraces(template: Value, args: Arguments, node: SyntaxNode, here: Here): Values {
  return eachTemplate([template], node, here, (each) => bracePieces(each, args, node, here));
}

/** `Template(…).substitute(…)`: `$name` and `${name}` are filled in from keywords or a dictionary. */
export function formatDollars(templates: Values, args: Arguments, node: SyntaxNode, here: Here): Values {
  return eachTemplate(templates, node, here, (each) => dollarPieces(each, args, node, here));
}

function eachTemplate(
  templates: Values,
  node: SyntaxNode,
  here: Here,
  cut: (template: string) => Piece[] | null,
): Values {
  const sets = templates.map((template): Values => {
    if (template.kind !== 'text') return [template.kind === 'unknown' ? template : notKnown(node, here)];
    const pieces = cut(template.text);
    if (!pieces) return [notKnown(node, here)];
    const filled = addTexts(
      pieces.map((each) => ('fixed' in each ? [text(each.fixed)] : each.values())),
      node,
      here,
    );
    return filled.map((each) => ({ ...each, note: each.note ?? template.note }));
  });
  return join(...sets);
}

function notKnown(node: SyntaxNode, here: Here): Value {
  return unknown(reasons.expression(shorten(here.module.textOf(node))));
}

const percentField = /%(?:\((\w+)\))?([-#0 +]*)(\d*)(?:\.\d+)?([sdirfgx%])/g;

function percentPieces(template: string, given: Values, here: Here): Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const match of template.matchAll(percentField)) {
    pieces.push({ fixed: template.slice(at, match.index) });
    at = match.index + match[0].length;
    const [, name, flags, width, kind] = match;
    if (kind === '%') pieces.push({ fixed: '%' });
    else if (flags || width || !['s', 'd', 'i'].includes(kind ?? '')) return null;
    else pieces.push({ values: percentArgument(given, name ?? next++, here) });
  }
  pieces.push({ fixed: template.slice(at) });
  return pieces;
}

function percentArgument(given: Values, key: string | number, here: Here): Thunk {
  return () =>
    join(
      ...given.map((value) => {
        if (typeof key === 'string') return subscriptWith(value, [text(key)], here);
        return value.kind === 'sequence' ? subscriptWith(value, [constant(key)], here) : [value];
      }),
    );
}

const dollarField = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

function dollarPieces(template: string, args: Arguments, node: SyntaxNode, here: Here): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of template.matchAll(dollarField)) {
    pieces.push({ fixed: template.slice(at, match.index) });
    at = match.index + match[0].length;
    const name = match[1] ?? match[2];
    pieces.push(name === undefined ? { fixed: '$' } : { values: dollarArgument(name, args, node, here) });
  }
  pieces.push({ fixed: template.slice(at) });
  return pieces;
}

function dollarArgument(name: string, args: Arguments, node: SyntaxNode, here: Here): Thunk {
  return () => {
    const given = args.get(undefined, [name]);
    const tables = given ? [] : (args.get(0, ['mapping']) ?? []);
    return (
      given ??
      (tables.length > 0
        ? tables.flatMap((table) => subscriptWith(table, [text(name)], here))
        : [notKnown(node, here)])
    );
  };
}

const braceField = /\{\{|\}\}|\{([^{}:!]*)([:!][^{}]*)?\}/g;

function bracePieces(template: string, args: Arguments, node: SyntaxNode, here: Here): Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const match of template.matchAll(braceField)) {
    pieces.push({ fixed: template.slice(at, match.index) });
    at = match.index + match[0].length;
    const [whole, path, specifier] = match;
    if (whole === '{{' || whole === '}}') pieces.push({ fixed: whole.charAt(0) });
    else if (specifier && specifier !== ':s' && specifier !== '!s') return null;
    else
      pieces.push({
        values: braceArgument(path === '' || path === undefined ? String(next++) : path, args, node, here),
      });
  }
  pieces.push({ fixed: template.slice(at) });
  return pieces;
}

/** `name`, `0`, `name.attr`, `name[key]`. */
function braceArgument(path: string, args: Arguments, node: SyntaxNode, here: Here): Thunk {
  const [first = '', ...rest] = path.split(/\.|\[|\]\.?/).filter((each) => each !== '');
  return () => {
    let values = /^\d+$/.test(first) ? args.get(Number(first), []) : args.get(undefined, [first]);
    values ??= args.open?.() ?? [notKnown(node, here)];
    for (const step of rest) {
      values = join(
        ...values.map((value) =>
          path.includes(`[${step}]`)
            ? subscriptWith(value, [text(step)], here)
            : attributeOf(value, step, node, here),
        ),
      );
    }
    return values;
  };
}

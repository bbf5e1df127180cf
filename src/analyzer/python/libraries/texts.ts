import { formatBraces, formatDollars } from '../formatting';
import { elementsOf } from '../iteration';
import { addTexts, mapTexts, textOf } from '../textOperations';
import { constant, join, sequence, text, type Values } from '../values';
import type { LibraryCall, LibraryFunction, LibraryFunctions } from './calls';

/** A method of strings that takes known texts to a text; null when an argument is not known. */
function method(apply: (self: string, ...args: string[]) => string): LibraryFunction {
  return ({ callee, args, site, here }) => {
    // Through its class (`map(str.lower, names)`) the text is the first argument.
    const self: Values = callee.receiver ? [callee.receiver] : (args.get(0, []) ?? []);
    const given = callee.receiver ? args : args.shifted();
    const combos = given.positional.reduce<string[][]>(
      (before, thunk) => {
        const texts = thunk().flatMap((each) => textOf(each) ?? []);
        return before.flatMap((one) => texts.map((each) => [...one, each]));
      },
      [[]],
    );
    if (combos.length === 0) return null;
    return join(
      ...combos
        .slice(0, 16)
        .map((combo) => mapTexts(self, site.node, here, (value) => apply(value, ...combo))),
    );
  };
}

function strip(side: 'start' | 'end' | 'both') {
  return (self: string, characters?: string) => {
    const drop = (each: string) => (characters === undefined ? /\s/.test(each) : characters.includes(each));
    let from = 0;
    let until = self.length;
    if (side !== 'end') while (from < until && drop(self.charAt(from))) from++;
    if (side !== 'start') while (until > from && drop(self.charAt(until - 1))) until--;
    return self.slice(from, until);
  };
}

/** `separator.join(parts)`. */
function joinTexts({ callee, args, site, here }: LibraryCall): Values | null {
  const [elements] = elementsOf(args.get(0, []) ?? [], here);
  if (!elements || elements.open || !callee.receiver) return null;
  const separator: Values = [callee.receiver];
  const parts = elements.thunks.flatMap((thunk, index) => (index === 0 ? [thunk()] : [separator, thunk()]));
  return addTexts(parts, site.node, here);
}

/** `text.split(separator)`, with and without a limit. */
function split(fromEnd: boolean): LibraryFunction {
  return ({ callee, args }) => {
    const { receiver } = callee;
    if (receiver?.kind !== 'text') return null;
    const separators = args.get(0, ['sep']) ?? [constant(null)];
    const [limit] = args.get(1, ['maxsplit']) ?? [];
    const most = limit?.kind === 'constant' && typeof limit.value === 'number' ? limit.value : -1;
    return join(
      ...separators.map((separator): Values => {
        const parts =
          separator.kind === 'text' && separator.text !== ''
            ? splitAt(receiver.text, separator.text, most, fromEnd)
            : receiver.text.trim().split(/\s+/);
        return [
          sequence(
            parts.map((part) => () => [{ ...text(part), trail: receiver.trail, note: receiver.note }]),
          ),
        ];
      }),
    );
  };
}

/** `text.partition(separator)`: what stands before it, itself, and what stands behind. */
function partition(fromEnd: boolean): LibraryFunction {
  return ({ callee, args }) => {
    const { receiver } = callee;
    const [separator] = args.get(0, ['sep']) ?? [];
    if (receiver?.kind !== 'text' || separator?.kind !== 'text') return null;
    const whole = receiver.text;
    const at = fromEnd ? whole.lastIndexOf(separator.text) : whole.indexOf(separator.text);
    const behind = whole.slice(at + separator.text.length);
    const parts =
      at >= 0 ? [whole.slice(0, at), separator.text, behind] : fromEnd ? ['', '', whole] : [whole, '', ''];
    return [
      sequence(parts.map((part) => () => [{ ...text(part), trail: receiver.trail, note: receiver.note }])),
    ];
  };
}

function splitAt(whole: string, separator: string, most: number, fromEnd: boolean): string[] {
  const parts = whole.split(separator);
  if (most < 0 || parts.length <= most + 1) return parts;
  return fromEnd
    ? [parts.slice(0, parts.length - most).join(separator), ...parts.slice(parts.length - most)]
    : [...parts.slice(0, most), parts.slice(most).join(separator)];
}

/** `Template(text).substitute(name=value)`. */
function substitute({ callee, args, site, here }: LibraryCall): Values | null {
  if (callee.receiver?.kind !== 'object') return null;
  const templates = callee.receiver.call.args.get(0, ['template']);
  return templates && formatDollars(templates, args, site.node, here);
}

/** The text without the blanks that all its lines begin with. */
function dedent(whole: string): string {
  const lines = whole.split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents, whole.length);
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n');
}

export const textCalls: LibraryFunctions = {
  'string.Template.substitute': substitute,
  'string.Template.safe_substitute': substitute,
  'textwrap.dedent': ({ args, site, here }) => mapTexts(args.get(0, ['text']) ?? [], site.node, here, dedent),
  'builtins.str.format': ({ callee, args, site, here }) =>
    callee.receiver ? formatBraces(callee.receiver, args, site.node, here) : null,
  'builtins.str.join': joinTexts,
  'builtins.str.split': split(false),
  'builtins.str.rsplit': split(true),
  'builtins.str.partition': partition(false),
  'builtins.str.rpartition': partition(true),
  'builtins.str.lower': method((self) => self.toLowerCase()),
  'builtins.str.casefold': method((self) => self.toLowerCase()),
  'builtins.str.upper': method((self) => self.toUpperCase()),
  'builtins.str.title': method((self) =>
    self.replace(/[A-Za-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()),
  ),
  'builtins.str.capitalize': method((self) => self.charAt(0).toUpperCase() + self.slice(1).toLowerCase()),
  'builtins.str.strip': method(strip('both')),
  'builtins.str.lstrip': method(strip('start')),
  'builtins.str.rstrip': method(strip('end')),
  'builtins.str.replace': method((self, from = '', to = '') =>
    from === '' ? self : self.replaceAll(from, to),
  ),
  'builtins.str.removeprefix': method((self, prefix = '') =>
    self.startsWith(prefix) ? self.slice(prefix.length) : self,
  ),
  'builtins.str.removesuffix': method((self, suffix = '') =>
    suffix !== '' && self.endsWith(suffix) ? self.slice(0, -suffix.length) : self,
  ),
  'builtins.str.encode': method((self) => self),
  'builtins.str.startswith': () => [constant(true), constant(false)],
  'builtins.str.endswith': () => [constant(true), constant(false)],
};

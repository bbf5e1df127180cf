import { child, type SyntaxNode } from '../syntax';
import type { Here } from './evaluator';
import { reasons } from './reasons';
import { addTexts } from './textOperations';
import { text, unknown, type Values } from './values';

/** A string literal: its text, with the place of its characters where they stand as they are; an f-string is put together. */
export function stringLiteral(node: SyntaxNode, here: Here): Values {
  const start = node.children.find(({ type }) => type === 'string_start');
  const end = node.children.find(({ type }) => type === 'string_end');
  const prefix = start
    ? here.module
        .textOf(start)
        .replace(/["']+$/, '')
        .toLowerCase()
    : '';
  if (prefix.includes('b')) return [unknown(reasons.expression('bytes'))];
  if (node.children.some(({ type }) => type === 'interpolation')) return formatted(node, prefix, here);
  const from = start?.end ?? node.start;
  const until = end?.start ?? node.end;
  const written = here.module.source.text.slice(from, until);
  const value = prefix.includes('r') ? written : unescape(prefix.includes('f') ? unbrace(written) : written);
  const spot = { source: here.module.source, start: from, end: until };
  return [text(value, value === written ? spot : null)];
}

/** The parts of an f-string, added up. */
function formatted(node: SyntaxNode, prefix: string, here: Here): Values {
  const parts: Values[] = [];
  const start = node.children.find(({ type }) => type === 'string_start');
  let at = start?.end ?? node.start;
  const literal = (until: number) => {
    const written = unbrace(here.module.source.text.slice(at, until));
    if (written !== '') parts.push([text(prefix.includes('r') ? written : unescape(written))]);
  };
  for (const each of node.children) {
    if (each.type !== 'interpolation' && each.type !== 'string_end') continue;
    literal(each.start);
    at = each.end;
    if (each.type === 'interpolation') parts.push(interpolated(each, here));
  }
  return addTexts(parts, node, here);
}

function interpolated(node: SyntaxNode, here: Here): Values {
  const value = child(node, 'expression') ?? node.children[0];
  const specifier = child(node, 'format_specifier');
  if (!value) return [];
  const plain = !specifier && !child(node, 'type_conversion');
  const values = here.evaluator.evaluate(value, here);
  return plain || values.every(({ kind }) => kind === 'text')
    ? values
    : [unknown(reasons.expression(here.module.textOf(node)))];
}

function unbrace(written: string): string {
  return written.replaceAll('{{', '{').replaceAll('}}', '}');
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

const escape = /\\(?:\r\n|\n|\r|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs;

/** Python's escapes undone; one that Python does not know stays as it is. */
function unescape(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(escape, (whole, ...groups: (string | undefined)[]) => {
    const [x, u, long, simple] = groups;
    const code = x ?? u ?? long;
    if (code !== undefined) {
      const point = parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    if (simple === undefined) return '';
    return simpleEscapes[simple] ?? whole;
  });
}

import { type Expression, expressionText, join, parseExpression } from '../expression';
import type { LicenseName } from '../judgement';
import { termsOf } from '../terms';
import { aliasOf } from './aliases';
import { fromFreeText } from './freeText';
import { orLater, spdxId } from './spdx';
import { fromUrl } from './urls';

/** Longer texts are no name of a licence. */
const maxCharacters = 100_000;

/** What authors and tools write when they declare nothing. */
const nothing = /^(?:|none|null|nil|n\/?a|nan|undefined|not specified|no[- ]licen[cs]e|-)$/i;

/** What they write when there is a licence, but none that has a name here; a scanner's words for the same. */
const other =
  /^(?:other|unknown|noassertion|custom|multiple|various|mixed|\?+|free-unknown|unknown-license-reference|other-(?:permissive|copyleft)|warranty-disclaimer|generic-cla|see license.*|license)$/i;

/**
 * Names the licence that a hub, a card, a manifest or a scanner declares. A list means that all of them hold. Nothing, `other`,
 * and a text that is not understood stay three different answers; no SPDX id is ever made up.
 */
export function parseLicense(declared: string | readonly string[] | null): LicenseName {
  if (declared === null) return { kind: 'none' };
  return typeof declared === 'string' ? parseText(declared) : parseList(declared);
}

/** The parts of an `expression` name; null when the text is none. */
export function parsedExpression(text: string): Expression | null {
  return parseExpression(text, canonicalName);
}

/** One licence's canonical name: SPDX, an alias, or a named model licence; null when it has none. */
export function canonicalName(text: string): string | null {
  const plus = /^(.+?[^+])\+$/.exec(text);
  const plain = spdxId(text) ?? aliasOf(text) ?? (termsOf(text.toLowerCase()) ? text.toLowerCase() : null);
  if (plain !== null || !plus) return plain ?? scancodeReference(text);
  const base = canonicalName(plus[1] ?? '');
  return base === null ? null : (orLater(base) ?? base);
}

/** `LicenseRef-scancode-*` is how ScanCode writes its own keys in SPDX documents. */
function scancodeReference(text: string): string | null {
  const reference = /^LicenseRef-(?:scancode-)?(.+)$/i.exec(text)?.[1];
  return reference === undefined ? null : canonicalName(reference);
}

function parseText(declared: string): LicenseName {
  const text = unwrap(declared);
  if (nothing.test(text)) return { kind: 'none' };
  if (other.test(text)) return { kind: 'other', text };
  if (text.length > maxCharacters) return { kind: 'unrecognised', text: text.slice(0, 200) };
  const expression = readExpression(text);
  return expression ? asName(expression) : { kind: 'unrecognised', text };
}

function parseList(declared: readonly string[]): LicenseName {
  const names = declared.map(parseText).filter((name) => name.kind !== 'none');
  const [first, ...more] = names;
  if (!first) return { kind: 'none' };
  if (more.length === 0) return first;
  const parts = names.map(asExpression);
  if (parts.every((part) => part !== null)) return asName(join('and', parts));
  const text = declared.join(', ');
  return names.some(({ kind }) => kind === 'unrecognised')
    ? { kind: 'unrecognised', text }
    : { kind: 'other', text };
}

/** Quotes, brackets of a list with one entry, and white space around a name. */
function unwrap(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^(['"])([^'"]*)\1$/, '$2')
    .trim();
}

function readExpression(given: string): Expression | null {
  // ScanCode writes the Commons Clause as an exception; it is terms of its own.
  const text = given.replace(/ WITH commons-clause/i, ' AND commons-clause');
  const name = canonicalName(text) ?? fromUrl(text);
  if (name !== null) return { license: name, exception: null };
  const expression = /[\s(]/.test(text) ? parsedExpression(text) : null;
  if (expression) return expression;
  const free = fromFreeText(text);
  return free === null ? readParts(text) : { license: free, exception: null };
}

/** "MIT / Apache-2.0" is a choice (Cargo's old notation), "MIT, Apache-2.0" a sum. */
function readParts(text: string): Expression | null {
  for (const [separator, op] of [
    [/\s*(?:,|;|&|\band\b)\s*/i, 'and'],
    [/\s*(?:\/|\||\bor\b)\s*/i, 'or'],
  ] as const) {
    const parts = text.split(separator).filter((part) => part !== '');
    if (parts.length < 2 || parts.length > 50) continue;
    const read = parts.map((part) => readExpression(unwrap(part)));
    if (read.every((part) => part !== null)) return join(op, read);
  }
  return null;
}

/** An expression as a name: a plain licence where it is one. */
export function asName(expression: Expression): LicenseName {
  return 'license' in expression && expression.exception === null
    ? { kind: 'license', id: expression.license }
    : { kind: 'expression', text: expressionText(expression) };
}

function asExpression(name: LicenseName): Expression | null {
  if (name.kind === 'license') return { license: name.id, exception: null };
  return name.kind === 'expression' ? parsedExpression(name.text) : null;
}

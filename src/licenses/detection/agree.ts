import { type Expression, join } from '../expression';
import type { LicenseName } from '../judgement';
import { asName, parsedExpression } from '../names/parse';

/** Names of families, which agree with each of their members. */
const families: readonly (readonly [string, RegExp])[] = [
  ['bsd', /^(?:0BSD|BSD-)/],
  ['gpl', /^GPL-/],
  ['lgpl', /^LGPL-/],
  ['gfdl', /^GFDL-/],
  ['cc', /^CC-/],
];

/** Whether two declarations can both be true: one names a licence, a version or a family that the other names too. */
export function agree(a: LicenseName, b: LicenseName): boolean {
  const [left, right] = [licensesOf(a), licensesOf(b)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((one) => right.some((other) => sameLicense(one, other)));
}

/** Whether `b` says more than `a`, which it agrees with: "or later", or a choice of which `a` is a part. */
export function saysMore(a: LicenseName, b: LicenseName): boolean {
  if (a.kind !== 'license') return false;
  if (b.kind === 'expression') return true;
  return b.kind === 'license' && b.id === a.id.replace(/-only$/, '-or-later') && b.id !== a.id;
}

/** The licence of a folder with these texts. `chosen`: the files are named after licences, so they are offered as a choice. */
export function combine(names: readonly LicenseName[], chosen: boolean): LicenseName | null {
  const ids = new Set(names.flatMap((name) => (name.kind === 'license' ? [name.id] : [])));
  // The LGPL is written as additions to the GPL, so its text comes with the GPL's.
  const lesser = names.find((name) => name.kind === 'license' && name.id.startsWith('LGPL-'));
  if (lesser && [...ids].every((id) => /^L?GPL-/.test(id))) return lesser;
  const [first] = names;
  if (!chosen || ids.size < 2) return first ?? null;
  return asName(
    join(
      'or',
      [...ids].map((license) => ({ license, exception: null })),
    ),
  );
}

function sameLicense(a: string, b: string): boolean {
  const plain = (id: string) => id.replace(/-(?:only|or-later)$/, '');
  if (plain(a) === plain(b)) return true;
  return families.some(
    ([family, member]) => (a === family && member.test(b)) || (b === family && member.test(a)),
  );
}

function licensesOf(name: LicenseName): string[] {
  if (name.kind === 'license') return [name.id];
  return name.kind === 'expression' ? leaves(parsedExpression(name.text)) : [];
}

function leaves(expression: Expression | null): string[] {
  if (!expression) return [];
  return 'license' in expression ? [expression.license] : expression.parts.flatMap(leaves);
}

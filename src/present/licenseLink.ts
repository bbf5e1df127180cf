import type { ModelRecord } from '../db/record';
import type { LicenseName } from '../licenses/judgement';
import { readExpression, type Expression } from '../licenses/expression';
import { spdxId } from '../licenses/names/spdx';
import { termsOf } from '../licenses/terms';

/** A licence and where its text is. */
export interface LicenseLink {
  readonly name: string;
  readonly address: string;
}

/** Where the texts of a model's licence are: each licence of an expression; of one without a name, what the author linked. */
export function licenseLinks(license: LicenseName, record: ModelRecord | null): LicenseLink[] {
  const ids = [...new Set(namesIn(license))];
  const known = ids.flatMap((name) => {
    const address = addressOf(name);
    return address === null ? [] : [{ name, address }];
  });
  if (known.length > 0) return known;
  const own = record?.license?.link ?? '';
  if (!/^https:\/\/[^\s"'<>]+$/.test(own)) return [];
  return [{ name: record?.license?.name ?? record?.license?.id ?? '', address: own }];
}

function addressOf(id: string): string | null {
  return termsOf(id)?.source ?? (spdxId(id) === id ? `https://spdx.org/licenses/${id}.html` : null);
}

function namesIn(license: LicenseName): string[] {
  if (license.kind === 'license') return [license.id];
  const expression = license.kind === 'expression' ? readExpression(license.text) : null;
  return expression ? leaves(expression) : [];
}

function leaves(expression: Expression): string[] {
  return 'license' in expression ? [expression.license] : expression.parts.flatMap(leaves);
}

import { Models, SPDX } from '@cyclonedx/cyclonedx-library';
import type { DeclaredLicense } from '../../db/record';
import { readExpression, type Expression } from '../../licenses/expression';
import type { LicenseName } from '../../licenses/judgement';
import { declaredLicense } from '../../licenses/names/declared';

/** A licence as CycloneDX says it: an id or expression of real SPDX ids, else a name. Null where nothing is declared. */
export function bomLicense(license: LicenseName, link: string | null = null): Models.License | null {
  const url = link !== null && /^https?:\/\/[^\s"'<>]+$/.test(link) ? { url: link } : {};
  switch (license.kind) {
    case 'none':
      return null;
    case 'license':
      return SPDX.isSupportedSpdxId(license.id)
        ? new Models.SpdxLicense(license.id)
        : new Models.NamedLicense(license.id, url);
    case 'expression':
      return isSpdx(readExpression(license.text))
        ? new Models.LicenseExpression(license.text)
        : new Models.NamedLicense(license.text, url);
    case 'other':
    case 'unrecognised':
      return license.text.trim() === '' ? null : new Models.NamedLicense(license.text, url);
  }
}

/** The licence that a record declares. */
export function declaredBomLicense(declared: DeclaredLicense | null): Models.License | null {
  return bomLicense(declaredLicense(declared), declared?.link ?? null);
}

/** Whether every licence of an expression is one that SPDX lists. */
export function isSpdx(expression: Expression | null): boolean {
  if (!expression) return false;
  return 'license' in expression
    ? SPDX.isSupportedSpdxId(expression.license)
    : expression.parts.every(isSpdx);
}

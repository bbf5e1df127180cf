import { Enums, Models } from '@cyclonedx/cyclonedx-library';
import type { DeclaredLicense } from '../../db/record';
import { readExpression } from '../../licenses/expression';
import type { LicenseName } from '../../licenses/judgement';
import { declaredLicense } from '../../licenses/names/declared';
import { isListed, isListedId } from '../listedLicence';

/** A licence as CycloneDX says it: an id or expression of real SPDX ids, else a name. Null where nothing is declared. */
export function bomLicense(license: LicenseName, link: string | null = null): Models.License | null {
  const made = plainLicense(license, link);
  // The author says so; nobody has concluded it from what the thing holds.
  if (made) made.acknowledgement = Enums.LicenseAcknowledgement.Declared;
  return made;
}

function plainLicense(license: LicenseName, link: string | null): Models.License | null {
  const url = link !== null && /^https?:\/\/[^\s"'<>]+$/.test(link) ? { url: link } : {};
  switch (license.kind) {
    case 'none':
      return null;
    case 'license':
      return isListedId(license.id)
        ? new Models.SpdxLicense(license.id)
        : new Models.NamedLicense(license.id, url);
    case 'expression':
      return isListed(readExpression(license.text))
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

import type { ModelRecord } from '../../db/record';
import { isLicenseStated } from '../../db/record';
import { readExpression } from '../../licenses/expression';
import type { LicenseName } from '../../licenses/judgement';
import { declaredLicense } from '../../licenses/names/declared';
import { licenseText } from '../../licenses/text';
import { isListed, isListedId } from '../listedLicence';
import { element, type Naming, type SpdxNode } from './element';

/**
 * SPDX's own words for "the author gives none" and "nobody looked", by the names that its model and its context give them. (The pages of
 * the specification say `Licensing/None`, which no document can refer to.)
 */
const noLicence = 'https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoneLicense';
const notKnown = 'https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense';

/** A licence of the document: what relationships point to, and the elements that it takes. */
export interface SpdxLicence {
  readonly id: string;
  readonly elements: readonly SpdxNode[];
}

/** The licence that a record declares; no record, no statement. */
export function recordLicence(record: ModelRecord | null, name: Naming): SpdxLicence {
  if (!record) return { id: notKnown, elements: [] };
  if (!record.license) return { id: isLicenseStated(record) ? noLicence : notKnown, elements: [] };
  return spdxLicence(declaredLicense(record.license), name, record.license.link);
}

/** A licence by its SPDX expression; one that SPDX does not list is a `LicenseRef` whose text says what was declared. */
export function spdxLicence(license: LicenseName, name: Naming, link: string | null = null): SpdxLicence {
  const text = licenseText(license);
  if (text === null || text.trim() === '')
    return { id: license.kind === 'none' ? noLicence : notKnown, elements: [] };
  const listed =
    (license.kind === 'license' && isListedId(license.id)) ||
    (license.kind === 'expression' && isListed(readExpression(license.text)));
  const id = name('licence', text);
  const said = (expression: string, more: SpdxNode = {}) =>
    element('simplelicensing_LicenseExpression', id, {
      simplelicensing_licenseExpression: expression,
      ...more,
    });
  if (listed) return { id, elements: [said(text)] };
  const reference = `LicenseRef-${text.replace(/[^A-Za-z0-9.-]+/g, '-')}`;
  const words = name('licence-text', text);
  const entry = { type: 'DictionaryEntry', key: reference, value: words };
  const note = element('simplelicensing_SimpleLicensingText', words, {
    name: text,
    simplelicensing_licenseText: link === null ? text : `${text}\n${link}`,
  });
  return { id, elements: [said(reference, { simplelicensing_customIdToUri: [entry] }), note] };
}

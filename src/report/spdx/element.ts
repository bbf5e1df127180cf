import { encodeStrictly } from '../../present/markdown';

/** The version of SPDX that is written, and the context that gives the short names their meaning. */
export const specVersion = '3.0.1';
export const context = `https://spdx.org/rdf/${specVersion}/spdx-context.jsonld`;

/** The one creation info of a document. */
export const creationInfo = '_:creation';

/** A node of the graph. */
export type SpdxNode = Readonly<Record<string, unknown>>;

/** Names the elements of one document: the same inventory gives the same names. */
export type Naming = (kind: string, name?: string) => string;

export function namingOf(project: string): Naming {
  const base = `urn:ptm-lens:${encodeStrictly(project)}`;
  return (kind, name = '') => `${base}:${kind}${name === '' ? '' : `:${encodeStrictly(name)}`}`;
}

/** An element: fields that are empty, null or undefined are left out, as SPDX wants what is not known. */
export function element(type: string, spdxId: string, fields: SpdxNode): SpdxNode {
  const known = Object.entries(fields).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { type, spdxId, creationInfo, ...Object.fromEntries(known) };
}

/** A relationship between elements. */
export function relationship(
  name: Naming,
  [from, relationshipType, to]: readonly [from: string, type: string, to: readonly string[]],
  comment = '',
): SpdxNode {
  const id = name('relationship', `${from} ${relationshipType} ${to.join(' ')}`);
  return element('Relationship', id, { from, relationshipType, to, comment });
}

import type { LicenseName } from '../judgement';
import { parseLicense } from './parse';

/** A licence as a hub holds it: an id, and for `other` the name and link that the author gave. */
export interface Declaration {
  readonly id: string;
  readonly name: string | null;
  readonly link: string | null;
}

/** Names a declared licence; behind `other` the author's own name, then the link, may still be one that is known. */
export function declaredLicense(declared: Declaration | null): LicenseName {
  if (!declared) return { kind: 'none' };
  const license = parseLicense(declared.id);
  if (license.kind !== 'other') return license;
  for (const text of [declared.name, declared.link]) {
    const own = parseLicense(text);
    if (own.kind === 'license' || own.kind === 'expression') return own;
  }
  const text = declared.name ?? declared.link;
  return text === null || text.trim() === '' ? license : { kind: 'other', text: text.trim() };
}

import type { LicenseName } from './judgement';

/** A licence as a report writes it: its id or expression, the declared text, or null where nothing is declared. */
export function licenseText(name: LicenseName | null): string | null {
  if (name === null) return null;
  switch (name.kind) {
    case 'license':
      return name.id;
    case 'none':
      return null;
    case 'expression':
    case 'other':
    case 'unrecognised':
      return name.text;
  }
}

import type { LicenseName } from '../judgement';
import { parseLicense } from '../names/parse';

/** A licence that a file declares, and where. */
export interface Declared {
  readonly license: LicenseName;
  /** Zero-based line of the file. */
  readonly line: number;
}

/** Reads one kind of manifest: what it declares, in order of appearance. A broken one declares nothing. */
export type ManifestReader = (text: string) => readonly Declared[] | Promise<readonly Declared[]>;

/** The zero-based line of the first match, else 0. */
export function lineOf(text: string, pattern: RegExp): number {
  const at = text.search(pattern);
  return at < 0 ? 0 : text.slice(0, at).split('\n').length - 1;
}

/** What a licence field says; nothing when it is empty or points elsewhere. */
export function declares(value: unknown, line: number): Declared[] {
  if (typeof value !== 'string') return [];
  const license = parseLicense(value);
  return license.kind === 'none' || license.kind === 'other' ? [] : [{ license, line }];
}

/** What trove classifiers say ("License :: OSI Approved :: MIT License"); those that name no licence say nothing. */
export function classified(classifiers: readonly unknown[], line: (text: string) => number): Declared[] {
  return classifiers.flatMap((classifier) => {
    if (typeof classifier !== 'string' || !classifier.startsWith('License ::')) return [];
    const last = classifier.split('::').at(-1)?.trim() ?? '';
    if (last === 'OSI Approved' || last === 'License') return [];
    const license = /Proprietary/.test(last)
      ? ({ kind: 'license', id: 'proprietary' } as const)
      : parseLicense(last);
    return license.kind === 'license' ? [{ license, line: line(classifier) }] : [];
  });
}

/** A value as an object with string keys, or an empty one. */
export function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

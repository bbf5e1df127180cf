import { type Message, message } from '../../shared/message';
import type { Place } from '../../shared/positions';
import { join } from '../expression';
import type { LicenseName } from '../judgement';
import { fromFreeText } from '../names/freeText';
import { asName, canonicalName } from '../names/parse';
import type { LicenseEvidence, ProjectLicense } from '../project';
import { licenseText } from '../text';
import { agree, combine, saysMore } from './agree';

/** What one file of a folder says. */
export interface Finding {
  readonly folder: string;
  readonly kind: 'text' | 'manifest' | 'listed';
  readonly path: string;
  /** Manifests are believed in this order. */
  readonly order: number;
  /** Null when nothing could be made of it. */
  readonly license: LicenseName | null;
  readonly place: Place;
  readonly unread: Message | null;
}

/** Named: the finding has a licence. */
type Named = Finding & { readonly license: LicenseName };

/** The licence of a folder from all that its files say: texts before manifests, unless a manifest says the same more exactly. */
export function resolveFolder(path: string, findings: readonly Finding[]): ProjectLicense {
  const all = findings.filter((one): one is Named => one.license !== null).sort(byRank);
  const named = all.filter(({ kind }) => kind !== 'listed');
  if (named.length === 0 && all.length > 0) return resolveListed(path, all);
  const texts = named.filter(({ kind }) => kind === 'text');
  const manifests = named.filter(({ kind }) => kind === 'manifest');
  const [manifest] = manifests;
  const fromText = combine(
    texts.map(({ license }) => license),
    isChoice(texts),
  );
  const better = fromText
    ? manifests.find(({ license }) => agree(fromText, license) && saysMore(fromText, license))
    : manifest;
  const license = better?.license ?? fromText;
  const evidence = named.map(({ license: own, place }): LicenseEvidence => ({ license: own, place }));
  const unread = findings.flatMap(({ path: file, unread: reason }) => (reason ? [{ file, reason }] : []));
  return { path, license, evidence, conflict: license ? conflictOf(license, named) : null, unread };
}

/** Only `LICENSES/`: all of them hold, each for some files. */
function resolveListed(path: string, named: readonly Named[]): ProjectLicense {
  const parts = named.flatMap(({ license }) =>
    license.kind === 'license' ? [{ license: license.id, exception: null }] : [],
  );
  const license = parts.length > 0 ? asName(join('and', parts)) : null;
  return {
    path,
    license,
    evidence: named.map(({ license: own, place }) => ({ license: own, place })),
    conflict: null,
  };
}

/** Licence texts first, shallow paths and plain names first among them; then manifests in their order. */
function byRank(a: Finding, b: Finding): number {
  if (a.kind !== b.kind) return a.kind === 'text' ? -1 : 1;
  const depth = (path: string) => path.split('/').length;
  return (
    depth(a.path) - depth(b.path) ||
    a.order - b.order ||
    a.path.length - b.path.length ||
    (a.path < b.path ? -1 : 1)
  );
}

/** `LICENSE-MIT` beside `LICENSE-APACHE`: files named after their licences are offered as a choice. */
function isChoice(texts: readonly Finding[]): boolean {
  const after = texts.filter(({ path }) => isNamedAfterLicense(path.slice(path.lastIndexOf('/') + 1)));
  return after.length >= Math.max(1, texts.length - 1);
}

function isNamedAfterLicense(name: string): boolean {
  const rest = name
    .replace(/\.(?:txt|md|rst)$/i, '')
    .replace(/(?:un)?licen[cs]e|copying/i, '')
    .replace(/^[-_. ]+|[-_. ]+$/g, '');
  return rest !== '' && (canonicalName(rest) ?? fromFreeText(rest)) !== null;
}

function conflictOf(license: LicenseName, named: readonly Named[]): Message | null {
  const other = named.find((one) => !agree(license, one.license));
  if (!other) return null;
  return message(
    '{0} says {1}, while the project is under {2}.',
    other.place.file,
    licenseText(other.license) ?? '',
    licenseText(license) ?? '',
  );
}

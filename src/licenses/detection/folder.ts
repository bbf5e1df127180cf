import { type Message, message } from '../../shared/message';
import type { Place } from '../../shared/positions';
import { join } from '../expression';
import type { LicenseName } from '../judgement';
import { asName } from '../names/parse';
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
  // Texts named after licences stand for parts or choices: a plain LICENSE beside them is the word on the whole.
  const plain = texts.filter((text) => !isPartial(text));
  const whole = plain.length > 0 ? plain : texts;
  const fromText = combine(
    whole.map((text) => text.license),
    plain.length === 0,
  );
  const better = fromText
    ? manifests.find(({ license }) => agree(fromText, license) && saysMore(fromText, license))
    : manifest;
  const license = better?.license ?? fromText;
  const evidence = named.map(({ license: own, place }): LicenseEvidence => ({ license: own, place }));
  const unread = findings.flatMap(({ path: file, unread: reason }) => (reason ? [{ file, reason }] : []));
  return {
    path,
    license,
    evidence,
    conflict: license ? conflictOf(license, [...whole, ...manifests]) : null,
    unread,
  };
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

/** Beside these words the name of a licence file says no more than that it is one; `COPYING.LESSER` goes with `COPYING`. */
const plainWords = /^(?:|code|software|source|lesser|lib|lgpl.*)$/i;

/** `LICENSE-MIT`, `UNLICENSE`, `COPYING.BSD2`: one licence of several, not the word on the whole. */
function isPartial({ path }: Finding): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:txt|md|rst)$/i, '');
  if (/^unlicen[cs]e$/i.test(name)) return true;
  const rest = name.replace(/licen[cs]e|copying/i, '').replace(/^[-_. ]+|[-_. ]+$/g, '');
  return !plainWords.test(rest);
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

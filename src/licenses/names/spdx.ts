import deprecatedIds from 'spdx-license-ids/deprecated.json';
import currentIds from 'spdx-license-ids/index.json';

/** Deprecated SPDX ids whose replacement the SPDX list itself names. */
const replaced: Readonly<Record<string, string>> = {
  'AGPL-1.0': 'AGPL-1.0-only',
  'AGPL-3.0': 'AGPL-3.0-only',
  'BSD-2-Clause-FreeBSD': 'BSD-2-Clause-Views',
  'BSD-2-Clause-NetBSD': 'BSD-2-Clause',
  'GFDL-1.1': 'GFDL-1.1-only',
  'GFDL-1.2': 'GFDL-1.2-only',
  'GFDL-1.3': 'GFDL-1.3-only',
  'GPL-1.0': 'GPL-1.0-only',
  'GPL-2.0': 'GPL-2.0-only',
  'GPL-3.0': 'GPL-3.0-only',
  'LGPL-2.0': 'LGPL-2.0-only',
  'LGPL-2.1': 'LGPL-2.1-only',
  'LGPL-3.0': 'LGPL-3.0-only',
};

const byLowerCase: ReadonlyMap<string, string> = new Map(
  [...currentIds, ...deprecatedIds].map((id) => [id.toLowerCase(), id]),
);

/** The SPDX id that `text` is, whatever its case; a deprecated one becomes its replacement. Null when it is none. */
export function spdxId(text: string): string | null {
  const id = byLowerCase.get(text.toLowerCase());
  return id === undefined ? null : (replaced[id] ?? id);
}

/** `GPL-2.0-only` with a plus behind it is `GPL-2.0-or-later`, where SPDX has such an id; else null. */
export function orLater(id: string): string | null {
  return spdxId(`${id.replace(/-only$/, '')}-or-later`);
}

/** Weights and packages as their libraries list them. */
import type { Statement } from '../facts';
import { emptyDescription, readJson } from './files';

/** timm: parameters, and the licence where one is stated. */
export function timm(folder: string): Statement[] {
  const rows = readJson<{ id: string; arch: string; license: string | null; params_m: number | null }[]>(
    folder,
    'hub/timm_2026-08.json',
  );
  return rows.map(({ id, arch, license, params_m: millions }) => ({
    id,
    hub: 'huggingface',
    source: 'timm',
    facts: {
      ...(license ? { license: { id: license.toLowerCase(), name: null, link: null } } : {}),
      ...(millions ? { parameters: Math.round(millions * 1e6) } : {}),
      description: emptyDescription({
        task: 'image-classification',
        library: 'timm',
        frameworks: ['pytorch'],
      }),
      architectures: [arch],
    },
  }));
}

/** spaCy packages: the licence of the newest version. */
export function spacy(folder: string): Statement[] {
  const rows = readJson<{ name: string; version: string; license: string }[]>(
    folder,
    'hub/spacy_2025-05.json',
  );
  const newest = new Map<string, { version: string; license: string }>();
  for (const { name, version, license } of rows) {
    const known = newest.get(name);
    if (!known || compareVersions(version, known.version) > 0) newest.set(name, { version, license });
  }
  return [...newest].map(([name, { license }]) => ({
    id: `spacy/${name}`,
    hub: 'huggingface',
    source: 'spacy',
    facts: {
      license: { id: license.toLowerCase(), name: null, link: null },
      description: emptyDescription({
        library: 'spacy',
        languages: [name.slice(0, 2)].filter((code) => code !== 'xx'),
      }),
    },
  }));
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (x?.[part] ?? 0) - (y?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

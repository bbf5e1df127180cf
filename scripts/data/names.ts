/** Names that lead to a model: moves of the hub, default tags of timm. */
import { scispacyPackages } from '../../src/analyzer/signatures/lists/spacyPackages';
import type { AliasRow } from '../../src/db/etl/load';
import { readCsv, readJson } from './readers/files';

/** Id in 2023 -> id in 2024, where they differ by more than case. */
export function knownMoves(folder: string): ReadonlyMap<string, string> {
  const moves = readJson<Record<string, string | null>>(folder, 'hub/aliases-2023-to-2024.json');
  return new Map(
    Object.entries(moves).flatMap(([from, to]) =>
      to !== null && to.toLowerCase() !== from.toLowerCase() ? [[from, to] as const] : [],
    ),
  );
}

/**
 * Moves of ids without an owner that the listing of 2022 had: the model of the same name under one of the owners to whom
 * the known moves lead, where there is exactly one.
 */
export function canonicalMoves(
  bareIds: readonly string[],
  known: ReadonlyMap<string, string>,
  present: (id: string) => boolean,
): Map<string, string> {
  const owners = [
    ...new Set([...known].filter(([from]) => !from.includes('/')).map(([, to]) => to.split('/')[0] ?? '')),
  ].sort();
  const moves = new Map(known);
  for (const bare of bareIds) {
    const homes = owners.map((owner) => `${owner}/${bare}`).filter(present);
    const [home] = homes;
    if (!moves.has(bare) && home !== undefined && homes.length === 1) moves.set(bare, home);
  }
  return moves;
}

/**
 * An architecture of timm -> the weights that `pretrained=True` takes: the first of its default configurations in the
 * list of 2026 (which agrees with 182 of the 191 that PeaTMOSS found in 2023), or, where PeaTMOSS knows just one, that one.
 */
export function timmDefaults(folder: string, peatmossIds: readonly string[]): AliasRow[] {
  const first = new Map<string, string>();
  for (const { id, arch } of readJson<{ id: string; arch: string }[]>(folder, 'hub/timm_2026-08.json')) {
    if (!first.has(arch)) first.set(arch, id);
  }
  const linked = new Map<string, string[]>();
  for (const id of peatmossIds.filter((other) => other.startsWith('timm/'))) {
    const arch = id.slice('timm/'.length).replace(/\..*/, '');
    linked.set(arch, [...(linked.get(arch) ?? []), id]);
  }
  for (const [arch, [only, ...others]] of linked) if (only && others.length === 0) first.set(arch, only);
  return [...first].map(([alias, id]) => ({
    alias,
    hub: 'huggingface',
    id,
    kind: 'default-tag',
    library: 'timm',
  }));
}

/**
 * Packages that are imported by name (`import en_textcat_emotion_xlm`) -> the model of spaCy that has this name on the hub, where
 * there is just one. Those of spaCy's own owner need no alias.
 */
export function spacyPackages(folder: string, spacyIds: readonly string[]): AliasRow[] {
  const byName = new Map<string, string[]>();
  for (const id of spacyIds) {
    const name = packageName(id.slice(id.indexOf('/') + 1));
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  // scispaCy's packages are AllenAI's; what the hub has under their names are copies of others.
  const packages = readCsv(folder, 'peatmoss/signatures.csv')
    .map(({ import: name = '' }) => name)
    .filter((name) => !scispacyPackages.includes(name));
  return [...new Set(packages)].flatMap((alias): AliasRow[] => {
    const [id, ...others] = byName.get(packageName(alias)) ?? [];
    return id === undefined || others.length > 0 || id.startsWith('spacy/')
      ? []
      : [{ alias, hub: 'huggingface', id, kind: 'prefix', library: 'spacy' }];
  });
}

/** A hyphen of a project's name is an underscore in the import. */
function packageName(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

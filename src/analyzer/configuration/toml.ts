import { parse } from 'smol-toml';
import type { SourceText } from '../text';
import { type ConfigFile, type ConfigNode, deepest, nothing, type ValuePlace } from './node';
import { tomlPlaces } from './tomlPlaces';

/** TOML: the library tells the values, `tomlPlaces` where they stand. */
export function readToml(source: SourceText): ConfigFile {
  const places = tomlPlaces(source);
  return { documents: [fromToml(parse(source.text), '', 0, places)], broken: false };
}

function fromToml(
  value: unknown,
  path: string,
  depth: number,
  places: ReadonlyMap<string, ValuePlace>,
): ConfigNode {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', value, place: places.get(path) ?? null };
  if (typeof value !== 'object' || value === null || value instanceof Date || depth > deepest) return nothing;
  const inner = (key: string | number, item: unknown) =>
    fromToml(item, `${path}\n${String(key)}`, depth + 1, places);
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item, index) => inner(index, item)) };
  return {
    kind: 'map',
    entries: new Map(Object.entries(value).map(([key, item]) => [key, inner(key, item)])),
  };
}

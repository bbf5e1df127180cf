import type { ConfigMap, ConfigNode } from '../../configuration/node';

/** A value of a configuration file. Offsets are those of the value's own characters, without quotes. */
export interface ConfigEntry {
  /** Keys from the outside in; an element of a list is named by its list. */
  readonly keys: readonly string[];
  readonly value: string | number | boolean;
  readonly start: number;
  readonly end: number;
  /** The map or list that holds the value: neighbours have the same. */
  readonly holder: ConfigNode;
}

/** The values below a map, in their order. What is there through an alias is told once, where it stands. */
export function configEntries(root: ConfigMap): ConfigEntry[] {
  const seen = new Set<ConfigNode>();
  const entries: ConfigEntry[] = [];
  const visit = (node: ConfigNode, keys: readonly string[], holder: ConfigNode) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'map') for (const [key, inner] of node.entries) visit(inner, [...keys, key], node);
    else if (node.kind === 'list') for (const item of node.items) visit(item, keys, node);
    else if (node.value !== null && node.place)
      entries.push({ keys, value: node.value, start: node.place.start, end: node.place.end, holder });
  };
  visit(root, [], root);
  return entries;
}

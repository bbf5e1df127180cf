/** Reads YAML, JSON and TOML into their scalar values, each with the keys that lead to it and its place. */
import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { tomlEntries } from './toml';

/** A value of a configuration file. Offsets are those of the value's own characters, without quotes. */
export interface ConfigEntry {
  /** Keys from the outside in; an element of a list is named by its list. */
  readonly keys: readonly string[];
  readonly value: string | number | boolean;
  readonly start: number;
  readonly end: number;
  /** Identifies the map or list element that holds the value: neighbours have the same. */
  readonly holder: number;
}

/** Deeper than any configuration; data that is nested more is not read further. */
const deepest = 24;

/** The values of a file; none when it cannot be read, or when it is a list: data, no configuration. */
export function configEntries(path: string, text: string): ConfigEntry[] {
  const name = path.toLowerCase();
  try {
    if (name.endsWith('.toml')) return tomlEntries(text);
    return name.endsWith('.json') ? jsonEntries(text) : yamlEntries(text);
  } catch {
    return [];
  }
}

function jsonEntries(text: string): ConfigEntry[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root?.type === 'object' ? fromJson(root, [], root.offset) : [];
}

function fromJson(node: JsonNode, keys: readonly string[], holder: number): ConfigEntry[] {
  const { type, offset, length, children = [] } = node;
  const value = node.value as unknown;
  if (keys.length > deepest) return [];
  if (type === 'object') {
    return children.flatMap((property) => {
      const [key, inner] = property.children ?? [];
      return key && inner ? fromJson(inner, [...keys, String(key.value)], offset) : [];
    });
  }
  if (type === 'array') return children.flatMap((child) => fromJson(child, keys, offset));
  if (typeof value === 'string') {
    return [{ keys, value, start: offset + 1, end: offset + length - 1, holder }];
  }
  if (typeof value !== 'number' && typeof value !== 'boolean') return [];
  return [{ keys, value, start: offset, end: offset + length, holder }];
}

function yamlEntries(text: string): ConfigEntry[] {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap(({ contents }) => (isMap(contents) ? fromYaml(contents, [], 0) : []));
}

function fromYaml(node: unknown, keys: readonly string[], holder: number): ConfigEntry[] {
  if (keys.length > deepest) return [];
  if (isMap(node)) {
    const own = node.range?.[0] ?? holder;
    return node.items.flatMap(({ key, value }) =>
      fromYaml(value, [...keys, isScalar(key) ? String(key.value) : ''], own),
    );
  }
  if (isSeq(node)) return node.items.flatMap((item) => fromYaml(item, keys, node.range?.[0] ?? holder));
  if (!isScalar(node) || !node.range) return [];
  const { value, type } = node;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
  const quote = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? 1 : 0;
  return [{ keys, value, start: node.range[0] + quote, end: node.range[1] - quote, holder }];
}

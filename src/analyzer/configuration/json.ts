import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { SourceText } from '../text';
import { type ConfigFile, type ConfigNode, deepest, nothing } from './node';

/** JSON, also with comments and trailing commas. */
export function readJson(source: SourceText): ConfigFile {
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  return { documents: root ? [fromJson(root, 0, source)] : [], broken: !root || errors.length > 0 };
}

function fromJson(node: Node, depth: number, source: SourceText): ConfigNode {
  const { type, offset, length, children = [] } = node;
  const value: unknown = node.value;
  if (depth > deepest) return nothing;
  if (type === 'array')
    return { kind: 'list', items: children.map((child) => fromJson(child, depth + 1, source)) };
  if (type === 'object') {
    const entries = children.flatMap(({ children: [key, inner] = [] }) =>
      key && inner ? [[String(key.value), fromJson(inner, depth + 1, source)] as const] : [],
    );
    return { kind: 'map', entries: new Map(entries) };
  }
  const end = offset + length;
  if (type === 'string')
    return { kind: 'scalar', value: String(value), place: { source, start: offset + 1, end: end - 1 } };
  if (typeof value !== 'number' && typeof value !== 'boolean') return nothing;
  return { kind: 'scalar', value, place: { source, start: offset, end } };
}

import { type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments, type YAMLMap } from 'yaml';
import type { SourceText } from '../text';
import { type ConfigFile, type ConfigNode, deepest, nothing } from './node';

/** YAML, with all documents of the file; anchors are followed, `<<` is merged. */
export function readYaml(source: SourceText): ConfigFile {
  const documents = parseAllDocuments(source.text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return { documents: [], broken: false };
  return {
    documents: documents.flatMap((document) =>
      document.contents ? [new YamlReader(document, source).node(document.contents, 0)] : [],
    ),
    broken: documents.some(({ errors }) => errors.length > 0),
  };
}

class YamlReader {
  /** Each node is read once: an alias is the node that it names. One that is being read is met again through itself. */
  private readonly known = new Map<unknown, ConfigNode>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly source: SourceText,
  ) {}

  node(node: unknown, depth: number): ConfigNode {
    if (depth > deepest) return nothing;
    if (isAlias(node)) return this.node(node.resolve(this.document), depth + 1);
    const known = this.known.get(node);
    if (known) return known;
    this.known.set(node, nothing);
    const read = this.read(node, depth);
    this.known.set(node, read);
    return read;
  }

  private read(node: unknown, depth: number): ConfigNode {
    if (isMap(node)) return { kind: 'map', entries: this.entries(node, depth) };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.node(item, depth + 1)) };
    if (!isScalar(node)) return nothing;
    const { value, type, range } = node;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return nothing;
    const quote = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? 1 : 0;
    const place = range ? { source: this.source, start: range[0] + quote, end: range[1] - quote } : null;
    return { kind: 'scalar', value, place };
  }

  private entries(map: YAMLMap, depth: number): Map<string, ConfigNode> {
    const own = new Map<string, ConfigNode>();
    const merged: ConfigNode[] = [];
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      const read = this.node(value, depth + 1);
      if (name === '<<') merged.push(...(read.kind === 'list' ? read.items : [read]));
      else own.set(name, read);
    }
    if (merged.length === 0) return own;
    // What is merged first wins over what is merged later, and a key of the map's own over both.
    const below = merged.reverse().flatMap((each) => (each.kind === 'map' ? [...each.entries] : []));
    return new Map([...below, ...own]);
  }
}

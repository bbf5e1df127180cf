import { parse as parseToml } from 'smol-toml';
import { type Alias, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { message } from '../../shared/message';
import { SourceText } from '../text';
import { reasons } from './reasons';
import { constant, data, type Spot, text, unknown, type Value, type Values } from './values';

/** What a configuration holds at a place: a tree of plain data whose scalars know where they stand. */
type ConfigNode =
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, ConfigNode> }
  | { readonly kind: 'list'; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'text'; readonly text: string; readonly spot: Spot | null }
  | { readonly kind: 'constant'; readonly value: number | boolean | null };

/** OmegaConf's and Hydra's mark for a value that the user must give. */
const mandatory = '???';
const interpolation = /\$\{([\w.]+)\}/;

/** A YAML, JSON or TOML file, or a part of it, as an evaluation sees it. */
export class ConfigData {
  private constructor(
    private readonly node: ConfigNode,
    private readonly path: string,
    private readonly root: ConfigNode,
    private readonly at: string,
  ) {}

  /** Reads a configuration file; null when it is not what its name says. */
  static parse(path: string, content: string): ConfigData | null {
    const source = new SourceText(path, [{ cell: null, text: content.replace(/^\uFEFF/, '') }]);
    const node = path.toLowerCase().endsWith('.toml') ? readToml(source) : readYaml(source);
    return node && new ConfigData(node, path, node, '');
  }

  /** This configuration laid over `base`: its values win, what it lacks is taken from there. */
  over(base: ConfigData): ConfigData {
    const merged = merge(base.node, this.node);
    return new ConfigData(merged, this.path, merged, '');
  }

  /** This configuration as the part of a larger one that stands under a key. */
  under(key: string): ConfigData {
    const node = key
      .split('.')
      .reduceRight<ConfigNode>(
        (inner, each) => ({ kind: 'map', entries: new Map([[each, inner]]) }),
        this.node,
      );
    return new ConfigData(node, this.path, node, '');
  }

  has(key: string): boolean {
    return this.node.kind === 'map' && this.node.entries.has(key);
  }

  /** What stands under a key or at an index; unknown, with the reason, when nothing does. */
  get(key: string | number): Values {
    const found = step(this.node, key);
    const at = this.at === '' ? String(key) : `${this.at}.${key}`;
    return found ? [this.value(found, at)] : [unknown(reasons.configKey(at, this.path))];
  }

  entries(): [string, Value][] {
    if (this.node.kind !== 'map') return [];
    return [...this.node.entries].map(([key, node]) => [key, this.value(node, `${this.at}.${key}`)]);
  }

  /** Elements of a list, keys of a map. */
  elements(): Values[] {
    if (this.node.kind === 'list') return this.values().map((each) => [each]);
    return this.node.kind === 'map' ? [...this.node.entries.keys()].map((key) => [text(key)]) : [];
  }

  values(): Value[] {
    if (this.node.kind === 'list')
      return this.node.items.map((item, index) => this.value(item, `${this.at}[${index}]`));
    return this.entries().map(([, value]) => value);
  }

  private value(node: ConfigNode, at: string, depth = 0): Value {
    if (node.kind === 'constant') return constant(node.value);
    if (node.kind !== 'text') return data(new ConfigData(node, this.path, this.root, at));
    if (node.text === mandatory) return unknown(reasons.configKey(at, this.path));
    if (interpolation.test(node.text)) return this.interpolated(node.text, at, depth);
    const { spot } = node;
    if (!spot) return text(node.text);
    const isPlain = spot.source.text.slice(spot.start, spot.end) === node.text;
    return {
      ...text(node.text, isPlain ? spot : null),
      trail: { step: message('key {0}', at), spot, next: null },
    };
  }

  /** `${a.b}`: the value at that path of the file. Anything more is not worked out. */
  private interpolated(written: string, at: string, depth: number): Value {
    const whole = new RegExp(`^${interpolation.source}$`).exec(written)?.[1];
    let node: ConfigNode | null = this.root;
    for (const key of whole?.split('.') ?? []) node = node && step(node, key);
    if (!whole || !node || depth > 8) return unknown(reasons.configKey(at, this.path));
    return this.value(node, whole, depth + 1);
  }
}

function merge(base: ConfigNode, over: ConfigNode): ConfigNode {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map(base.entries);
  for (const [key, node] of over.entries) {
    const before = entries.get(key);
    entries.set(key, before ? merge(before, node) : node);
  }
  return { kind: 'map', entries };
}

function step(node: ConfigNode, key: string | number): ConfigNode | null {
  if (node.kind === 'map') return node.entries.get(String(key)) ?? null;
  if (node.kind === 'list' && typeof key === 'number') return node.items.at(key) ?? null;
  return null;
}

/** YAML, of which JSON is a part. */
function readYaml(source: SourceText): ConfigNode | null {
  try {
    const document = parseDocument(source.text, { uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0 || !document.contents) return null;
    return fromYaml(document.contents, 0, { source, resolve: (alias) => alias.resolve(document) });
  } catch {
    return null;
  }
}

/** Deeper than any configuration; an alias may lead back to itself. */
const deepest = 40;

interface YamlFile {
  readonly source: SourceText;
  readonly resolve: (alias: Alias) => unknown;
}

function fromYaml(node: unknown, depth: number, file: YamlFile): ConfigNode {
  const none: ConfigNode = { kind: 'constant', value: null };
  if (depth > deepest) return none;
  if (isAlias(node)) return fromYaml(file.resolve(node), depth + 1, file);
  if (isMap(node)) {
    const entries = new Map<string, ConfigNode>();
    for (const { key, value } of node.items) {
      entries.set(isScalar(key) ? String(key.value) : String(key), fromYaml(value, depth + 1, file));
    }
    return { kind: 'map', entries };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => fromYaml(item, depth + 1, file)) };
  if (!isScalar(node)) return none;
  const { value, range, type } = node;
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'constant', value };
  if (typeof value !== 'string') return none;
  const quote = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? 1 : 0;
  const [start = 0, end = 0] = range ?? [];
  return { kind: 'text', text: value, spot: { source: file.source, start: start + quote, end: end - quote } };
}

/** TOML. The library tells no places, so a text is looked for behind its key, table by table. */
function readToml(source: SourceText): ConfigNode | null {
  try {
    return fromToml(parseToml(source.text), [], source, 0);
  } catch {
    return null;
  }
}

function fromToml(value: unknown, path: readonly string[], source: SourceText, depth: number): ConfigNode {
  if (typeof value === 'string') return tomlText(value, path, source);
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'constant', value };
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item) => fromToml(item, path, source, depth + 1)) };
  if (typeof value !== 'object' || value === null || value instanceof Date || depth > deepest) {
    return { kind: 'constant', value: null };
  }
  const entries = Object.entries(value).map(
    ([key, item]) => [key, fromToml(item, [...path, key], source, depth + 1)] as const,
  );
  return { kind: 'map', entries: new Map(entries) };
}

function tomlText(value: string, path: readonly string[], source: SourceText): ConfigNode {
  const content = source.text;
  const table = path.slice(0, -1).join('.');
  const header = table === '' ? 0 : Math.max(content.indexOf(`[${table}]`), 0);
  const key = Math.max(content.indexOf(path.at(-1) ?? '', header), header);
  const quoted = [`"${value}"`, `'${value}'`]
    .map((each) => content.indexOf(each, key))
    .filter((at) => at >= 0);
  if (quoted.length === 0) return { kind: 'text', text: value, spot: null };
  const start = Math.min(...quoted) + 1;
  return { kind: 'text', text: value, spot: { source, start, end: start + value.length } };
}

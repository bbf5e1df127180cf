import { parse as parseToml } from 'smol-toml';
import { type Alias, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { message } from '../../shared/message';
import { SourceText } from '../text';
import { reasons } from './reasons';
import { constant, data, text, unknown, type Value, type Values, withStep } from './values';

/** What a configuration holds at a place: a tree of plain data whose scalars know where they stand. */
type ConfigNode =
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, ConfigNode> }
  | { readonly kind: 'list'; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'constant'; readonly value: number | boolean | null };

/** OmegaConf's and Hydra's mark for a value that the user must give. */
const mandatory = '???';
const interpolation = /\$\{([\w.]+)\}/;

/** A YAML, JSON or TOML file, or a part of it, as an evaluation sees it. */
export class ConfigData {
  private constructor(
    private readonly node: ConfigNode,
    private readonly source: SourceText,
    private readonly root: ConfigNode,
    private readonly at: string,
  ) {}

  /** Reads a configuration file; null when it is not what its name says. */
  static parse(path: string, content: string): ConfigData | null {
    const unmarked = content.replace(/^\uFEFF/, '');
    const node = path.toLowerCase().endsWith('.toml') ? readToml(unmarked) : readYaml(unmarked);
    return node && new ConfigData(node, new SourceText(path, [{ cell: null, text: unmarked }]), node, '');
  }

  has(key: string): boolean {
    return this.node.kind === 'map' && this.node.entries.has(key);
  }

  /** What stands under a key or at an index; unknown, with the reason, when nothing does. */
  get(key: string | number): Values {
    const found = step(this.node, key);
    const at = this.at === '' ? String(key) : `${this.at}.${key}`;
    return found ? [this.value(found, at)] : [unknown(reasons.configKey(at, this.source.path))];
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
    if (node.kind !== 'text') return data(new ConfigData(node, this.source, this.root, at));
    if (node.text === mandatory) return unknown(reasons.configKey(at, this.source.path));
    if (interpolation.test(node.text)) return this.interpolated(node.text, at, depth);
    const spot = { source: this.source, start: node.start, end: node.end };
    const isPlain = this.source.text.slice(node.start, node.end) === node.text;
    const [value] = withStep([text(node.text, isPlain ? spot : null)], message('key {0}', at), spot);
    return value ?? constant(null);
  }

  /** `${a.b}`: the value at that path of the file. Anything more is not worked out. */
  private interpolated(written: string, at: string, depth: number): Value {
    const whole = new RegExp(`^${interpolation.source}$`).exec(written)?.[1];
    let node: ConfigNode | null = this.root;
    for (const key of whole?.split('.') ?? []) node = node && step(node, key);
    if (!whole || !node || depth > 8) return unknown(reasons.configKey(at, this.source.path));
    return this.value(node, whole, depth + 1);
  }
}

function step(node: ConfigNode, key: string | number): ConfigNode | null {
  if (node.kind === 'map') return node.entries.get(String(key)) ?? null;
  if (node.kind === 'list' && typeof key === 'number') return node.items.at(key) ?? null;
  return null;
}

/** YAML, of which JSON is a part. */
function readYaml(content: string): ConfigNode | null {
  try {
    const document = parseDocument(content, { uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0 || !document.contents) return null;
    return fromYaml(document.contents, 0, (alias) => alias.resolve(document));
  } catch {
    return null;
  }
}

/** Deeper than any configuration; an alias may lead back to itself. */
const deepest = 40;

function fromYaml(node: unknown, depth: number, resolve: (alias: Alias) => unknown): ConfigNode {
  const none: ConfigNode = { kind: 'constant', value: null };
  if (depth > deepest) return none;
  if (isAlias(node)) return fromYaml(resolve(node), depth + 1, resolve);
  if (isMap(node)) {
    const entries = new Map<string, ConfigNode>();
    for (const { key, value } of node.items) {
      entries.set(isScalar(key) ? String(key.value) : String(key), fromYaml(value, depth + 1, resolve));
    }
    return { kind: 'map', entries };
  }
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => fromYaml(item, depth + 1, resolve)) };
  if (!isScalar(node)) return none;
  const { value, range, type } = node;
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'constant', value };
  if (typeof value !== 'string') return none;
  const quote = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? 1 : 0;
  const [start = 0, end = 0] = range ?? [];
  return { kind: 'text', text: value, start: start + quote, end: end - quote };
}

/** TOML. The library tells no places, so a text is looked for behind its key, table by table. */
function readToml(content: string): ConfigNode | null {
  try {
    return fromToml(parseToml(content), [], content, 0);
  } catch {
    return null;
  }
}

function fromToml(value: unknown, path: readonly string[], content: string, depth: number): ConfigNode {
  if (typeof value === 'string') return tomlText(value, path, content);
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'constant', value };
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item) => fromToml(item, path, content, depth + 1)) };
  if (typeof value !== 'object' || value === null || value instanceof Date || depth > deepest) {
    return { kind: 'constant', value: null };
  }
  const entries = Object.entries(value).map(
    ([key, item]) => [key, fromToml(item, [...path, key], content, depth + 1)] as const,
  );
  return { kind: 'map', entries: new Map(entries) };
}

function tomlText(value: string, path: readonly string[], content: string): ConfigNode {
  const table = path.slice(0, -1).join('.');
  const header = table === '' ? 0 : Math.max(content.indexOf(`[${table}]`), 0);
  const key = Math.max(content.indexOf(path.at(-1) ?? '', header), header);
  const quoted = [`"${value}"`, `'${value}'`]
    .map((each) => content.indexOf(each, key))
    .filter((at) => at >= 0);
  const start = quoted.length > 0 ? Math.min(...quoted) + 1 : 0;
  return { kind: 'text', text: value, start, end: quoted.length > 0 ? start + value.length : 0 };
}

import { message } from '../../shared/message';
import type { ConfigNode, ConfigScalar } from '../configuration/node';
import { readConfig } from '../configuration/read';
import { SourceText } from '../text';
import { reasons } from './reasons';
import { constant, data, type Spot, text, type TextValue, unknown, type Value, type Values } from './values';

/** What a configuration is written in, where no file's name tells. */
export type ConfigFormat = 'json' | 'toml' | 'yaml';

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
    const { documents, broken } = readConfig(source);
    const [node, ...others] = documents;
    return node && !broken && others.length === 0 ? new ConfigData(node, path, node, '') : null;
  }

  /** Reads a configuration that a text of the code is; null when it is none, but the path of one perhaps. */
  static inText(written: TextValue, file: string, format: ConfigFormat): ConfigData | null {
    const { text: content, literal } = written;
    const inner = new SourceText(`text.${format}`, [{ cell: null, text: content }]);
    const { documents, broken } = readConfig(inner);
    const [node, ...others] = documents;
    if (!node || broken || others.length > 0 || node.kind === 'scalar') return null;
    const isPlain = literal?.source.text.slice(literal.start, literal.end) === content;
    const moved = movedTo(literal && isPlain ? literal : null, node);
    return new ConfigData(moved, file, moved, '');
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
    if (node.kind !== 'scalar') return data(new ConfigData(node, this.path, this.root, at));
    if (typeof node.value !== 'string') return constant(node.value);
    if (node.value === mandatory) return unknown(reasons.configKey(at, this.path));
    if (interpolation.test(node.value)) return this.interpolated(node.value, at, depth);
    return this.text(node.value, node.place, at);
  }

  private text(written: string, place: ConfigScalar['place'], at: string): Value {
    if (!place) return text(written);
    const isPlain = place.source.text.slice(place.start, place.end) === written;
    return {
      ...text(written, isPlain ? place : null),
      trail: { step: message('key {0}', at), spot: place, next: null },
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

/** A configuration whose text stands at a spot of a source; null: nowhere as it is. */
function movedTo(spot: Spot | null, node: ConfigNode): ConfigNode {
  if (node.kind === 'list') return { kind: 'list', items: node.items.map((item) => movedTo(spot, item)) };
  if (node.kind === 'map')
    return {
      kind: 'map',
      entries: new Map([...node.entries].map(([key, inner]) => [key, movedTo(spot, inner)])),
    };
  const { value, place } = node;
  if (!spot || !place) return { kind: 'scalar', value, place: null };
  const { start, end } = place;
  return {
    kind: 'scalar',
    value,
    place: { source: spot.source, start: spot.start + start, end: spot.start + end },
  };
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

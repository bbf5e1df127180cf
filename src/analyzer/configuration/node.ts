import type { SourceText } from '../text';

/** Where a value stands. */
export interface ValuePlace {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** What a configuration file holds: maps and lists of plain values that know where they stand. */
export type ConfigNode = ConfigMap | ConfigList | ConfigScalar;

export interface ConfigMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, ConfigNode>;
}

export interface ConfigList {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
}

export interface ConfigScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The value's own characters, without quotes; null where the format does not tell. */
  readonly place: ValuePlace | null;
}

/** A file's documents (YAML may have several) in their order. */
export interface ConfigFile {
  readonly documents: readonly ConfigNode[];
  /** The file is not what its name says: there are only the parts that could be read. */
  readonly broken: boolean;
}

/** Deeper than any configuration: what is nested more is not read. */
export const deepest = 40;

export const nothing: ConfigScalar = { kind: 'scalar', value: null, place: null };

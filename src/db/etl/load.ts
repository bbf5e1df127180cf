/** Merged statements -> the compact tables. */
import { aliasKey, modelKey } from '../key';
import type { CatalogueMeta } from '../read';
import type { AliasMatch, Source } from '../record';
import { aliasKinds, createTables, factGroups, hubs, schemaVersion } from '../schema';
import { portableViews } from '../sql/views';
import type { SqlValue } from '../sqlite';
import type { Hub } from '../../shared/hub';
import { ByteReader } from './bytes';
import type { PackedFacts } from './pack';
import type { Texts } from './texts';

/** A name that leads to a model. `library` is empty where the name holds for the whole hub. */
export interface AliasRow {
  readonly alias: string;
  readonly hub: Hub;
  readonly id: string;
  readonly kind: AliasMatch['kind'];
  readonly library: string;
}

/** A database to fill: sql.js in memory, or a library that writes to disk. */
export interface TableSink {
  run(sql: string): unknown;
  prepare(sql: string): { run(values: SqlValue[]): unknown; free(): unknown };
  /** Takes all rows of an empty table, faster than by statements; nothing else is asked before its `end`. */
  fill?(table: string): RowSink;
}

/** Takes rows in the order of their keys, which are their first values. */
export interface RowSink {
  add(values: SqlValue[]): unknown;
  end(): void;
}

type Counts = CatalogueMeta['counts'];

/** Fills the tables of one catalogue; every table's rows come in the order of their keys, so that its pages are full. */
export class Loader {
  private readonly counts: { -readonly [Fact in keyof Counts]: number } = { ...noCounts };
  /** Text number of a source's `name|date` -> in how many records of each hub it is the first that speaks. */
  private readonly listed = new Map<string, number>();
  /** The groups' sources of a record -> the number of their text. */
  private readonly sourceTexts = new Map<string, number>();
  private last: { readonly sources: PackedFacts['sources']; readonly number: number } | undefined;
  private readonly usedSources = new Set<number>();
  private readonly digest = new Digest();

  constructor(
    private readonly sink: TableSink,
    private readonly texts: Texts,
  ) {
    sink.run(`PRAGMA page_size = 4096; ${createTables} ${portableViews} BEGIN`);
  }

  /** Writes the models, which come by their keys. Yields their number now and then. */
  *models(merged: Iterable<{ readonly key: number; readonly facts: PackedFacts }>): Generator<number> {
    const rows = this.filler('model', 19);
    let done = 0;
    for (const { key, facts } of merged) {
      rows.add(this.row(key, facts));
      this.digest.add(key, facts);
      this.count(facts);
      if (++done % 10_000 === 0) yield done;
    }
    rows.end();
  }

  /** Writes the names of models that are there; of several under one name the first. */
  aliases(rows: Iterable<AliasRow>, has: (key: number) => boolean): void {
    const kept = new Map<number, SqlValue[]>();
    for (const { alias, hub, id, kind, library } of rows) {
      const key = aliasKey(library, alias);
      const model = modelKey(hub, id);
      if (kept.has(key) || !has(model)) continue;
      kept.set(key, [key, model, aliasKinds.indexOf(kind), alias, this.texts.number(library) || null]);
    }
    const insert = this.inserter('alias', 5);
    for (const [, values] of [...kept].sort(([a], [b]) => a - b)) insert.add(values);
    insert.end();
    this.counts.aliases = kept.size;
  }

  /** Writes the texts and the row that says what this file is. The last step. */
  finish(about: { readonly asOf: string; readonly sources: readonly Source[] } | null): CatalogueMeta {
    const meta = this.meta(about);
    const texts = this.filler('text', 2);
    for (const [text, number] of this.texts.entries()) texts.add([number, text]);
    texts.end();
    const insert = this.inserter('meta', 2);
    insert.add(['info', JSON.stringify(meta)]);
    insert.end();
    this.sink.run('COMMIT');
    return meta;
  }

  private row(key: number, facts: PackedFacts): SqlValue[] {
    const { license, popularity, description } = facts;
    return [
      key,
      facts.owner || null,
      facts.name,
      facts.hub,
      license?.[0] || null,
      license?.[1] || null,
      license?.[2] || null,
      popularity?.[0] ?? null,
      popularity?.[1] ?? null,
      description?.task || null,
      description?.library || null,
      listsOf(facts),
      facts.parameters,
      description?.gated ?? null,
      description?.created ?? null,
      facts.reuse,
      facts.peatmoss,
      this.sourcesOf(facts),
      facts.card || null,
    ];
  }

  /** Name and date of each group's source as one text, in the order of `factGroups`. */
  private sourcesOf({ sources }: PackedFacts): number {
    const { last } = this;
    // Neighbours mostly have the same sources, and seven numbers are quicker compared than joined.
    if (last && sources.every((source, group) => source === last.sources[group])) return last.number;
    const number = this.sourceText(sources);
    this.last = { sources, number };
    return number;
  }

  private sourceText(sources: PackedFacts['sources']): number {
    const key = sources.join();
    const known = this.sourceTexts.get(key);
    if (known !== undefined) return known;
    const names = this.textsOf(sources);
    for (const source of sources) if (source) this.usedSources.add(source);
    const number = this.texts.lines(names.map((name) => name?.replace('|', '\t') ?? '-'));
    this.sourceTexts.set(key, number);
    return number;
  }

  private textsOf(numbers: readonly (number | null)[]): (string | null)[] {
    return numbers.map((number) => (number ? this.texts.source(number) : null));
  }

  private meta(about: { readonly asOf: string; readonly sources: readonly Source[] } | null): CatalogueMeta {
    const used = [...this.usedSources].map((number) => sourceOf(this.texts.source(number)));
    const sources = about?.sources ?? used;
    const newest =
      sources
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? '';
    const counts: Counts = { ...this.counts };
    return {
      schema: schemaVersion,
      asOf: about?.asOf ?? newest,
      stamp: this.digest.text(),
      listed: this.listedDates(),
      sources,
      counts,
    };
  }

  /** For each hub the date of the source that lists most of its models: as of then a model that is missing was not listed. */
  private listedDates(): Partial<Record<Hub, string>> {
    const most = new Map<Hub, readonly [count: number, date: string]>();
    for (const [place, count] of this.listed) {
      const [hub = 0, source = 0] = place.split(' ').map(Number);
      const name = hubs[hub];
      if (name && count > (most.get(name)?.[0] ?? 0))
        most.set(name, [count, sourceOf(this.texts.source(source)).date]);
    }
    return Object.fromEntries([...most].map(([hub, [, date]]) => [hub, date]));
  }

  private filler(table: string, columns: number): RowSink {
    return this.sink.fill?.(table) ?? this.inserter(table, columns);
  }

  private inserter(table: string, columns: number): RowSink {
    const statement = this.sink.prepare(
      `INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`,
    );
    return { add: (values) => statement.run(values), end: () => statement.free() };
  }

  private count(facts: PackedFacts): void {
    this.add('models', true);
    this.add('licenses', (facts.license?.[0] ?? 0) !== 0);
    this.add('downloads', (facts.popularity?.[0] ?? null) !== null);
    this.add('tasks', (facts.description?.task ?? 0) !== 0);
    this.add('libraries', (facts.description?.library ?? 0) !== 0);
    this.add('languages', (facts.description?.before.at(secondList(facts.description.before)) ?? 0) > 0);
    this.add('baseModels', (facts.description?.after[0] ?? 0) > 0);
    this.add('datasets', (facts.description?.after.at(secondList(facts.description.after)) ?? 0) > 0);
    this.add('architectures', (facts.architectures?.[0] ?? 0) > 0);
    this.add('parameters', facts.parameters !== null);
    this.add('reuse', facts.reuse !== null);
    this.add('cards', Boolean(facts.card));
    const lister = listingGroups.map((group) => facts.sources[factGroups.indexOf(group)]).find(Boolean);
    if (!lister) return;
    const place = `${facts.hub} ${lister}`;
    this.listed.set(place, (this.listed.get(place) ?? 0) + 1);
  }

  private add(fact: keyof Counts, has: boolean): void {
    if (has) this.counts[fact]++;
  }
}

/** Tells catalogues apart by what their search indexes are made of: ids, downloads, parameters, and the terms that are searched by. */
class Digest {
  private low = 0x811c9dc5;
  private high = 0x9e3779b9;

  add(key: number, { popularity, parameters, description, license }: PackedFacts): void {
    this.number(key);
    this.number(popularity?.[0] ?? -1);
    this.number(parameters ?? -1);
    this.number(description?.task ?? 0);
    this.number(description?.library ?? 0);
    this.number(license?.[0] ?? 0);
  }

  text(): string {
    return [this.low, this.high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private number(value: number): void {
    this.low = Math.imul(this.low ^ (value >>> 0), 0x01000193);
    this.high = Math.imul(this.high ^ (value / 0x100000000) ^ (value >>> 0), 0x5bd1e995) + this.low;
  }
}

/** What a source that lists models says of each. */
const listingGroups = ['description', 'popularity', 'license'] as const;

const noCounts: Counts = {
  models: 0,
  licenses: 0,
  downloads: 0,
  tasks: 0,
  libraries: 0,
  baseModels: 0,
  parameters: 0,
  architectures: 0,
  languages: 0,
  datasets: 0,
  reuse: 0,
  cards: 0,
  aliases: 0,
};

function sourceOf(text: string): Source {
  const [name = '', date = ''] = text.split('|');
  return { name, date };
}

/** Where the second list begins. */
function secondList(lists: Uint8Array): number {
  const input = new ByteReader(lists);
  for (let left = input.number(); left > 0; left--) input.number();
  return input.at;
}

const noLists = new Uint8Array();
const twoEmpty = new Uint8Array(2);
const oneEmpty = new Uint8Array(1);

/** The model's lists in the order of `listFields`; empty lists at the end take no bytes. A text's number never ends with a zero byte. */
function listsOf({ description, architectures }: PackedFacts): Uint8Array {
  if (!description && !architectures) return noLists;
  const before = description?.before ?? twoEmpty;
  const middle = architectures ?? oneEmpty;
  const after = description?.after ?? noLists;
  const all = new Uint8Array(before.length + middle.length + after.length);
  all.set(before);
  all.set(middle, before.length);
  all.set(after, before.length + middle.length);
  let end = all.length;
  while (end > 0 && all[end - 1] === 0) end--;
  return all.subarray(0, end);
}

import type { ModelReference } from '../shared/hub';
import { message } from '../shared/message';
import { failure, type Result } from '../shared/result';
import type { Catalogue, SearchQuery } from './catalogue';
import { overlaid } from './overlayRecord';
import type { CatalogueInfo, Lookup, ModelRecord } from './record';
import { hasFields } from './search/cards';
import { hasTerms, scaleOf, sizeGroup } from './search/entry';
import type { QueryRows } from './sql/query';

/** What may be asked of a catalogue, be it one file or several on top of each other. */
export type KnownModels = Pick<Catalogue, 'lookup' | 'search' | 'alternatives' | 'near' | 'query' | 'info'>;

/** More than have card fields and hold what is searched for. */
const mostWithFields = 10_000;

/** Answers that are kept. */
const mostKept = 10_000;

type Known = Extract<Lookup, { readonly record: ModelRecord }>;

/**
 * Catalogues on top of each other: an upper one's word goes before a lower one's, fact group by fact group. The layers may be
 * exchanged while others hold this object; who keeps answers must ask again then.
 */
export class LayeredCatalogue implements KnownModels {
  /** The ids that unknown ones are near to: each costs a walk over every id. */
  private readonly nearest = new Map<string, string | null>();

  /** @param current the catalogues, the uppermost first, the one that ships last */
  constructor(private current: readonly Catalogue[]) {}

  get layers(): readonly Catalogue[] {
    return this.current;
  }

  /** Puts other layers in place; those that are gone are not disposed. */
  exchange(layers: readonly Catalogue[]): void {
    this.current = layers;
    this.nearest.clear();
  }

  /** What is known of a written id. A layer that has the id itself goes before one that knows it by the library's prefix only. */
  lookup(reference: ModelReference): Lookup {
    const [only, ...others] = this.current;
    if (only && others.length === 0) return only.lookup(reference);
    const answers = this.current.map((layer) => layer.lookup(reference));
    const known = answers.filter((answer): answer is Known => 'record' in answer);
    const best = known.find(({ alias }) => alias?.kind !== 'prefix') ?? known[0];
    if (!best) return answers.at(-1) ?? { answer: 'not-in-catalog', written: reference.written, asOf: '' };
    const record = this.whole(best.record);
    return { answer: record.license === null ? 'no-license' : 'found', record, alias: best.alias };
  }

  search(query: SearchQuery): ModelRecord[] {
    const [only, ...others] = this.current;
    if (only && others.length === 0) return only.search(query);
    const { text, fields } = query;
    // Few models have card fields; what else narrows them may be another layer's word.
    const asked: SearchQuery =
      Object.keys(fields ?? {}).length > 0
        ? { ...(text !== undefined && { text }), fields: fields ?? {}, limit: mostWithFields }
        : query;
    const hits = this.current.flatMap((layer) => layer.search(asked));
    return this.wholeOnce(hits)
      .filter((record) => fits(record, query))
      .sort(byDownloads)
      .slice(0, query.limit);
  }

  /** As one catalogue orders them: those of nearly the same size first, then by downloads. */
  alternatives(
    record: ModelRecord,
    limit: number,
    accepts: (other: ModelRecord) => boolean = () => true,
  ): ModelRecord[] {
    const [only, ...others] = this.current;
    if (only && others.length === 0) return only.alternatives(record, limit, accepts);
    const { task, library } = record;
    const wanted = scaleOf(record.parameters);
    const group = ({ parameters }: ModelRecord) => sizeGroup(wanted, scaleOf(parameters));
    const hits = this.current.flatMap((layer) =>
      layer.alternatives(record, limit, (other) => accepts(this.whole(other))),
    );
    return this.wholeOnce(hits)
      .filter((other) => fits(other, { ...(task && { task }), ...(library && { library }) }))
      .sort((a, b) => group(a) - group(b) || byDownloads(a, b))
      .slice(0, limit);
  }

  near(written: string): string | null {
    const known = this.nearest.get(written);
    if (known !== undefined) return known;
    if (this.nearest.size >= mostKept) this.nearest.clear();
    const found = this.nearIn(written);
    this.nearest.set(written, found);
    return found;
  }

  /** Asks the layer with the most models: one statement sees one file. */
  query(sql: string, options: { readonly maxRows: number }): Result<QueryRows> {
    return this.largest?.query(sql, options) ?? failure(message('there is no catalogue'));
  }

  /** The counts of the layer with the most models, and the sources of all. */
  info(): CatalogueInfo {
    const { largest } = this;
    if (!largest) throw new Error('a layered catalogue needs a layer');
    const sources = this.current.flatMap((layer) => layer.info().sources);
    const distinct = new Map(sources.map((source) => [`${source.name}\n${source.date}`, source]));
    return { ...largest.info(), sources: [...distinct.values()] };
  }

  private nearIn(written: string): string | null {
    for (const layer of this.current) {
      const found = layer.near(written);
      if (found !== null) return found;
    }
    return null;
  }

  private get largest(): Catalogue | undefined {
    return [...this.current].sort((a, b) => b.info().models - a.info().models)[0];
  }

  /** Each model of several finds once, whole. */
  private wholeOnce(hits: readonly ModelRecord[]): ModelRecord[] {
    const distinct = new Map(hits.map((record) => [keyOf(record), record]));
    return [...distinct.values()].map((record) => this.whole(record));
  }

  /** A record with the word of every layer that has its model. */
  private whole({ hub, id }: ModelRecord): ModelRecord {
    const records = this.current.flatMap((layer) => {
      const answer = layer.lookup({ hub, library: '', written: id });
      return 'record' in answer && keyOf(answer.record) === keyOf({ hub, id }) ? [answer.record] : [];
    });
    return records.reduceRight((lower, upper) => overlaid(upper, lower));
  }
}

function keyOf({ hub, id }: Pick<ModelRecord, 'hub' | 'id'>): string {
  return `${hub} ${id.toLowerCase()}`;
}

function byDownloads(a: ModelRecord, b: ModelRecord): number {
  return (b.downloads ?? -1) - (a.downloads ?? -1);
}

/** An upper layer's word may take a record out of what a lower layer found. */
function fits({ task, library, license, card }: ModelRecord, query: Partial<SearchQuery>): boolean {
  return (
    hasTerms({ task, library, license: license?.id ?? null }, query) && hasFields(card, query.fields ?? {})
  );
}

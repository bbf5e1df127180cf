import type { Hub, ModelReference } from '../shared/hub';
import { aliasKey, modelKey } from './key';
import { SearchIndexBuilder } from './search/build';
import { recordsWithFields, type WantedFields } from './search/cards';
import { hasTerms } from './search/entry';
import { openIndex } from './search/file';
import { type Hit, SearchIndex } from './search/searchIndex';
import { candidates } from './prefixes';
import { type CatalogueMeta, modelColumns, RecordReader } from './read';
import type { AliasMatch, CatalogueInfo, Lookup, ModelRecord } from './record';
import { aliasKinds, hubs } from './schema';
import type { DatabaseFile, IndexReader } from '../shared/databaseFile';
import { message } from '../shared/message';
import { type Result, UserError } from '../shared/result';
import { type QueryRows, runQuery } from './sql/query';
import { prepareQuestions } from './sql/views';
import { type Database, firstRow, queryAll, type Statement } from './sqlite';

/** What a search is narrowed to; every part is optional. */
export interface SearchQuery {
  /** Words that the id holds, in any order, without case. */
  readonly text?: string;
  readonly task?: string;
  readonly library?: string;
  readonly license?: string;
  /** Card fields and what each holds, without case. */
  readonly fields?: WantedFields;
  readonly limit: number;
}

/** What a catalogue is made of. */
export interface CatalogueParts {
  readonly database: Database;
  /** What the database reads. */
  readonly file: DatabaseFile;
  readonly meta: CatalogueMeta;
  readonly readIndex: IndexReader;
}

/** Answers that are kept: code names the same models again and again, and a look-up takes a tenth of a millisecond. */
const mostKept = 10_000;

/** Records that are read for one answer: a predicate that nothing fits must not read them all. */
const mostConsidered = 20_000;

/** The models that are known, and the names that lead to them. Read only. */
export class Catalogue {
  private readonly reader: RecordReader;
  private readonly modelByKey: Statement;
  private readonly aliasByKey: Statement;
  private readonly answers = new Map<string, Lookup>();
  private searchIndex: SearchIndex | undefined;
  private askable = false;

  private readonly database: Database;
  private readonly meta: CatalogueMeta;

  constructor(private readonly parts: CatalogueParts) {
    const { database, meta } = parts;
    this.database = database;
    this.meta = meta;
    this.reader = new RecordReader(database);
    this.modelByKey = database.prepare(`SELECT ${modelColumns} FROM model WHERE key = ?`);
    // Not joined with the model: most names that are asked for are none of these, and SQLite takes ten times as long to start a join.
    this.aliasByKey = database.prepare('SELECT kind, model FROM alias WHERE key = ?');
  }

  /** What is known of a written id. Tried in this order: the id, names of its library, names of the hub, the library's prefix. */
  lookup(reference: ModelReference): Lookup {
    const key = [reference.hub, reference.library, reference.written].join('\0');
    const known = this.answers.get(key);
    if (known) return known;
    if (this.answers.size >= mostKept) this.answers.clear();
    const found = this.answered(() => this.find(reference));
    this.answers.set(key, found);
    return found;
  }

  private find(reference: ModelReference): Lookup {
    const { hub, library, written } = reference;
    const spellings = [written, ...candidates(reference)];
    for (const [index, spelling] of spellings.entries()) {
      const found =
        this.byId(hub, spelling) ??
        (library ? this.byAlias(library, spelling) : null) ??
        (hub === 'huggingface' ? this.byAlias('', spelling) : null);
      if (found)
        return answer(found.record, found.alias ?? (index > 0 ? { kind: 'prefix', from: written } : null));
    }
    return { answer: 'not-in-catalog', written, asOf: this.meta.listed?.[hub] ?? this.meta.asOf };
  }

  /** How much is known, and from where. */
  info(): CatalogueInfo {
    const { schema, asOf, counts, sources } = this.meta;
    return { schema, asOf, ...counts, sources };
  }

  /** Records that fit, most downloaded first. */
  search(query: SearchQuery): ModelRecord[] {
    const { limit, fields = {} } = query;
    return this.answered(() =>
      Object.keys(fields).length > 0
        ? this.searchCards(query, fields)
        : this.records(this.index().walk({ ...query, words: wordsOf(query) }), limit),
    );
  }

  /** Records whose id, or name after the owner, begins with `prefix`, most downloaded first. */
  complete(prefix: string, limit: number): ModelRecord[] {
    return this.answered(() => this.records(this.index().startingWith(prefix, limit), limit));
  }

  /**
   * Models of the same kind, task and library: those of nearly the same size first, then by downloads; the model itself is left out.
   * @param accepts what else they must be, e.g. of a licence that the project may use
   */
  alternatives(
    record: ModelRecord,
    limit: number,
    accepts: (other: ModelRecord) => boolean = () => true,
  ): ModelRecord[] {
    if (record.task === null) return [];
    const same = { task: record.task, ...(record.library === null ? {} : { library: record.library }) };
    return this.answered(() => {
      const hits = this.index().nearSize(same, record.parameters);
      return this.records(hits, limit, (other) => isKindred(record, other) && accepts(other));
    });
  }

  /** The known id that a mistyped one is nearest to, or null when none is near. */
  near(written: string): string | null {
    return this.answered(() => this.index().near(written));
  }

  /** Takes the search index when a host has read it before a search asks for it. */
  useIndex(bytes: Uint8Array): void {
    this.searchIndex ??= this.indexOf(bytes) ?? undefined;
  }

  /** What SQLite finds wrong with the file's pages; null where all is well. Reads them all. */
  damage(): string | null {
    try {
      const [verdict] = queryAll(this.database, 'PRAGMA quick_check(1)').flat();
      return verdict === 'ok' ? null : String(verdict);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Whether the index that was given is this catalogue's. */
  get hasIndex(): boolean {
    return this.givenIndex() !== null;
  }

  /** The bytes of the search index. Takes seconds for a catalogue of hundreds of thousands of models. */
  makeIndex(): Uint8Array {
    const builder = new SearchIndexBuilder();
    const columns = 'owner, name, hub, downloads, parameters, task, library, license';
    const statement = this.database.prepare(`SELECT ${columns} FROM model`);
    while (statement.step()) {
      const [owner, name, hub, downloads, parameters, task, library, license] = statement.get();
      builder.add({
        owner: Number(owner),
        name: String(name),
        hub: Number(hub),
        downloads: typeof downloads === 'number' ? downloads : null,
        parameters: typeof parameters === 'number' ? parameters : null,
        task: Number(task),
        library: Number(library),
        license: Number(license),
      });
    }
    statement.free();
    return builder.finish(this.meta.stamp, (number) => this.reader.text(number) ?? '');
  }

  /**
   * The answer to one SQL statement over the views of `docs/sql.md`. It can only read: anything else, several statements and errors are
   * a failure that names line and column.
   */
  query(sql: string, { maxRows }: { readonly maxRows: number }): Result<QueryRows> {
    if (!this.askable) prepareQuestions(this.database);
    this.askable = true;
    return runQuery(this.database, sql, maxRows);
  }

  dispose(): void {
    this.reader.dispose();
    this.modelByKey.free();
    this.aliasByKey.free();
    this.database.close();
    this.parts.file.close?.();
  }

  /** What the database answers; where its pages turn out to be damaged, the `UserError` that says so. */
  private answered<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      if (!/malformed|not a database/.test(reason)) throw error;
      const { path = 'catalog.sqlite' } = this.parts.file;
      throw new UserError(message('the catalogue {0} is damaged ({1})', path, reason));
    }
  }

  /** The search index, opened with the first question that needs it. */
  private index(): SearchIndex {
    this.searchIndex ??= this.givenIndex() ?? this.ownIndex();
    return this.searchIndex;
  }

  private searchCards(query: SearchQuery, fields: WantedFields): ModelRecord[] {
    const found: ModelRecord[] = [];
    for (const record of recordsWithFields(this.database, this.reader, fields)) {
      if (found.length >= query.limit) break;
      if (fitsQuery(record, query)) found.push(record);
    }
    return found;
  }

  private givenIndex(): SearchIndex | null {
    const bytes = this.parts.readIndex();
    return bytes && this.indexOf(bytes);
  }

  /** The index in some bytes; null where it is none, or another catalogue's. */
  private indexOf(bytes: Uint8Array): SearchIndex | null {
    const opened = openIndex(bytes);
    if (!opened.ok || opened.value.header.stamp !== this.meta.stamp) return null;
    return new SearchIndex(opened.value.header, opened.value.arrays);
  }

  private ownIndex(): SearchIndex {
    const opened = openIndex(this.makeIndex());
    if (!opened.ok) throw new Error('the index that was just made does not open');
    return new SearchIndex(opened.value.header, opened.value.arrays);
  }

  private records(
    hits: Iterable<Hit>,
    limit: number,
    accepts: (record: ModelRecord) => boolean = () => true,
  ): ModelRecord[] {
    const records: ModelRecord[] = [];
    if (limit < 1) return records;
    let left = mostConsidered;
    for (const { id, hub } of hits) {
      const record = this.byId(hubs[hub] ?? 'other', id)?.record;
      if (record && accepts(record)) records.push(record);
      if (records.length >= limit || --left === 0) break;
    }
    return records;
  }

  private byId(hub: Hub, id: string): { record: ModelRecord; alias: AliasMatch | null } | null {
    const row = firstRow(this.modelByKey, [modelKey(hub, id)]);
    if (!row) return null;
    const record = this.reader.read(row);
    if (record.id.toLowerCase() !== id.toLowerCase()) return null;
    return { record, alias: record.id === id ? null : { kind: 'case', from: id } };
  }

  private byAlias(library: string, alias: string): { record: ModelRecord; alias: AliasMatch } | null {
    const [kind, model = null] = firstRow(this.aliasByKey, [aliasKey(library, alias)]) ?? [];
    const row = model === null ? null : firstRow(this.modelByKey, [model]);
    if (!row) return null;
    return {
      record: this.reader.read(row),
      alias: { kind: aliasKinds[Number(kind)] ?? 'moved', from: alias },
    };
  }
}

function answer(record: ModelRecord, alias: AliasMatch | null): Lookup {
  return { answer: record.license === null ? 'no-license' : 'found', record, alias };
}

/** Whether a record has the terms of a query and the words in its id. */
function fitsQuery({ id, task, library, license }: ModelRecord, query: SearchQuery): boolean {
  return (
    hasTerms({ task, library, license: license?.id ?? null }, query) &&
    wordsOf(query).every((word) => id.toLowerCase().includes(word))
  );
}

function wordsOf({ text = '' }: SearchQuery): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * Whether another model of the same task and library may stand for one. `feature-extraction` is said of models of text, sound and
 * pictures alike: there only a common architecture tells, or a library of text alone.
 */
function isKindred(one: ModelRecord, other: ModelRecord): boolean {
  if (one.id === other.id) return false;
  if (one.task !== 'feature-extraction' || one.library === 'sentence-transformers') return true;
  return one.architectures.some((name) => other.architectures.includes(name));
}

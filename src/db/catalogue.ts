import type { Hub, ModelReference } from '../shared/hub';
import { aliasKey, modelKey } from './key';
import { nearest } from './near';
import { candidates } from './prefixes';
import { type CatalogueMeta, modelColumns, RecordReader } from './read';
import type { AliasMatch, CatalogueInfo, Lookup, ModelRecord } from './record';
import { aliasKinds } from './schema';
import type { Result } from '../shared/result';
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
  readonly limit: number;
}

/** Answers that are kept: code names the same models again and again, and a look-up takes a tenth of a millisecond. */
const keptAnswers = 10_000;

/** The models that are known, and the names that lead to them. Read only. */
export class Catalogue {
  private readonly reader: RecordReader;
  private readonly modelByKey: Statement;
  private readonly modelByAlias: Statement;
  private readonly answers = new Map<string, Lookup>();
  private ids: readonly string[] | undefined;
  private askable = false;

  constructor(
    private readonly database: Database,
    private readonly meta: CatalogueMeta,
  ) {
    this.reader = new RecordReader(database);
    this.modelByKey = database.prepare(`SELECT ${modelColumns} FROM model WHERE key = ?`);
    this.modelByAlias = database.prepare(
      `SELECT kind, ${modelColumns} FROM alias JOIN model ON model.key = alias.model WHERE alias.key = ?`,
    );
  }

  /** What is known of a written id. Tried in this order: the id, names of its library, names of the hub, the library's prefix. */
  lookup(reference: ModelReference): Lookup {
    const key = [reference.hub, reference.library, reference.written].join('\0');
    const known = this.answers.get(key);
    if (known) return known;
    if (this.answers.size >= keptAnswers) this.answers.clear();
    const found = this.find(reference);
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
  search({ text = '', task, library, license, limit }: SearchQuery): ModelRecord[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const terms = { task, library, license };
    const conditions = Object.entries(terms)
      .filter(([, value]) => value !== undefined)
      .map(([column]) => `${column} = (SELECT number FROM text WHERE value = ?)`);
    const idText = "coalesce((SELECT value FROM text WHERE number = owner) || '/', '') || name";
    const where = [...conditions, ...words.map(() => `instr(lower(${idText}), ?) > 0`)].join(' AND ') || '1';
    const rows = queryAll(
      this.database,
      `SELECT ${modelColumns} FROM model WHERE ${where} ORDER BY downloads DESC NULLS LAST, key LIMIT ?`,
      [...Object.values(terms).filter((value) => value !== undefined), ...words, limit],
    );
    return rows.map((row) => this.reader.read(row));
  }

  /** Models of the same task and library, most downloaded first; the model itself is left out. */
  alternatives(record: ModelRecord, limit: number): ModelRecord[] {
    if (record.task === null) return [];
    const same = { task: record.task, ...(record.library === null ? {} : { library: record.library }) };
    return this.search({ ...same, limit: limit + 1 })
      .filter(({ id }) => id !== record.id)
      .slice(0, limit);
  }

  /** The known id that a mistyped one is nearest to, or null when none is near. */
  near(written: string): string | null {
    this.ids ??= queryAll(
      this.database,
      'SELECT owner, name FROM model ORDER BY downloads DESC NULLS LAST',
    ).map(([owner, name]) => this.reader.id(owner, name));
    return nearest(written, this.ids);
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
    this.modelByAlias.free();
    this.database.close();
  }

  private byId(hub: Hub, id: string): { record: ModelRecord; alias: AliasMatch | null } | null {
    const row = firstRow(this.modelByKey, [modelKey(hub, id)]);
    if (!row) return null;
    const record = this.reader.read(row);
    if (record.id.toLowerCase() !== id.toLowerCase()) return null;
    return { record, alias: record.id === id ? null : { kind: 'case', from: id } };
  }

  private byAlias(library: string, alias: string): { record: ModelRecord; alias: AliasMatch } | null {
    const [kind, ...row] = firstRow(this.modelByAlias, [aliasKey(library, alias)]) ?? [];
    if (row.length === 0) return null;
    return {
      record: this.reader.read(row),
      alias: { kind: aliasKinds[Number(kind)] ?? 'moved', from: alias },
    };
  }
}

function answer(record: ModelRecord, alias: AliasMatch | null): Lookup {
  return { answer: record.license === null ? 'no-license' : 'found', record, alias };
}

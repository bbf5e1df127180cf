import type { Hub } from '../shared/hub';
import { aliasKey, modelKey } from './key';
import { packLists } from './lists';
import type { AliasMatch, CatalogueInfo, ModelRecord, Source } from './record';
import { portableViews } from './sql/views';
import { aliasKinds, createTables, factGroups, hubs, listFields, sameId, schemaVersion } from './schema';
import type { Database, SqlJsStatic, SqlValue, Statement } from './sqlite';

/** A name that leads to a model. `library` is empty where the name holds for the whole hub. */
export interface AliasRow {
  readonly alias: string;
  readonly hub: Hub;
  readonly id: string;
  readonly kind: AliasMatch['kind'];
  readonly library: string;
}

/** What a catalogue is made from. Records and aliases are taken in their order: the same input gives the same bytes. */
export interface CatalogueInput {
  readonly asOf: string;
  readonly sources: readonly Source[];
  readonly records: Iterable<ModelRecord>;
  readonly aliases: Iterable<AliasRow>;
}

/** Writes a catalogue and answers its bytes. */
export function writeCatalogue(sqlite: SqlJsStatic, input: CatalogueInput): Uint8Array {
  const database = new sqlite.Database();
  try {
    database.run(`PRAGMA page_size = 4096; ${createTables} ${portableViews} BEGIN`);
    new Writer(database).write(input);
    database.run('COMMIT; VACUUM');
    return database.export();
  } finally {
    database.close();
  }
}

/** Fills the tables. Of several records with one id, and of several models with one name, the first is kept. */
class Writer {
  private readonly texts = new Map<string, number>();
  private readonly counts = new Map<keyof CatalogueInfo, number>();
  private readonly keys = new Set<number>();

  constructor(private readonly database: Database) {}

  write({ asOf, sources, records, aliases }: CatalogueInput): void {
    this.insert('model', 19, (insert) => {
      for (const record of records) this.addModel(insert, record);
    });
    this.insert('alias', 5, (insert) => this.addAliases(insert, aliases));
    this.insert('text', 2, (insert) => {
      for (const [text, number] of this.texts) insert.run([number, text]);
    });
    this.insert('meta', 2, (insert) => {
      const counts = Object.fromEntries(this.counts);
      const info = { schema: schemaVersion, asOf, sources };
      insert.run(['info', JSON.stringify({ ...info, counts })]);
    });
  }

  private addModel(insert: Statement, record: ModelRecord): void {
    const key = modelKey(record.hub, record.id);
    if (this.keys.has(key)) return;
    this.keys.add(key);
    const slash = record.id.indexOf('/');
    insert.run([
      key,
      slash < 0 ? null : this.text(record.id.slice(0, slash)),
      record.id.slice(slash + 1),
      hubs.indexOf(record.hub),
      this.text(record.license?.id),
      this.text(record.license?.name),
      this.text(record.license?.link),
      record.downloads,
      record.likes,
      this.text(record.task),
      this.text(record.library),
      packLists(listFields.map((field) => record[field].map((text) => this.text(text) ?? 0))),
      record.parameters,
      record.gated === null ? null : Number(record.gated),
      record.created === null ? null : dayNumber(record.created),
      record.reuse,
      record.peatmoss === record.id ? sameId : this.text(record.peatmoss),
      this.text(sourceCodes(record)),
      hasCard(record) ? JSON.stringify(record.card) : null,
    ]);
    this.count(record);
  }

  private addAliases(insert: Statement, aliases: Iterable<AliasRow>): void {
    const taken = new Set<number>();
    for (const { alias, hub, id, kind, library } of aliases) {
      const key = aliasKey(library, alias);
      const model = modelKey(hub, id);
      if (taken.has(key) || !this.keys.has(model)) continue;
      taken.add(key);
      insert.run([key, model, aliasKinds.indexOf(kind), alias, this.text(library)]);
      this.add('aliases', true);
    }
  }

  private insert(table: string, columns: number, use: (statement: Statement) => void): void {
    const statement = this.database.prepare(
      `INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`,
    );
    try {
      use(statement);
    } finally {
      statement.free();
    }
  }

  private text(value: string | null | undefined): number | null {
    if (value === null || value === undefined || value === '') return null;
    const number = this.texts.get(value) ?? this.texts.size + 1;
    this.texts.set(value, number);
    return number;
  }

  private count(record: ModelRecord): void {
    this.add('models', true);
    this.add('licenses', record.license !== null);
    this.add('downloads', record.downloads !== null);
    this.add('tasks', record.task !== null);
    this.add('libraries', record.library !== null);
    this.add('baseModels', record.baseModels.length > 0);
    this.add('parameters', record.parameters !== null);
    this.add('architectures', record.architectures.length > 0);
    this.add('languages', record.languages.length > 0);
    this.add('datasets', record.datasets.length > 0);
    this.add('reuse', record.reuse !== null);
    this.add('cards', hasCard(record));
  }

  private add(fact: keyof CatalogueInfo, has: boolean): void {
    this.counts.set(fact, (this.counts.get(fact) ?? 0) + Number(has));
  }
}

/** Name and date of each group's source, in the order of `factGroups`. */
function sourceCodes({ sources }: ModelRecord): string {
  return factGroups
    .map((group) => (sources[group] ? `${sources[group].name}\t${sources[group].date}` : '-'))
    .join('\n');
}

function hasCard({ card }: ModelRecord): boolean {
  return Object.keys(card).length > 0;
}

/** Days since 1970-01-01 of an ISO date. */
function dayNumber(date: string): SqlValue {
  const days = Math.floor(Date.parse(date) / 86_400_000);
  return Number.isFinite(days) ? days : null;
}

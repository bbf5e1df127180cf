import { modelKey } from './key';
import type { SearchIndexBuilder } from './search/build';
import type { CatalogueMeta } from './read';
import type { ModelRecord, Source } from './record';
import type { SqlJsStatic } from './sqlite';
import { ByteWriter } from './etl/bytes';
import { type AliasRow, Loader, type TableSink } from './etl/load';
import { type MergedModel, mergedModels } from './etl/merge';
import { type PackedFacts, Packer } from './etl/pack';
import { type Run, SortedEntries, type Spill } from './etl/runs';
import { recordStatement, type Statement } from './etl/statement';
import { Texts } from './etl/texts';

/** What a catalogue is made from. The same input in the same order gives the same bytes. */
export interface CatalogueInput {
  readonly asOf: string;
  readonly sources: readonly Source[];
  readonly records: Iterable<ModelRecord>;
  readonly aliases: Iterable<AliasRow>;
}

/** Writes a catalogue of finished records in memory and answers its bytes. Of several records with one id the first is kept. */
export function writeCatalogue(
  sqlite: SqlJsStatic,
  { asOf, sources, records, aliases }: CatalogueInput,
): Uint8Array {
  const database = new sqlite.Database();
  try {
    const builder = new CatalogueBuilder(null);
    for (const record of records) builder.add(recordStatement(record));
    const loading = builder.load(database, aliases, { asOf, sources });
    while (!loading.next().done);
    return database.export();
  } finally {
    database.close();
  }
}

/** What came in, and what of it could not be used. */
export interface BuildCounts {
  readonly statements: number;
  /** Statements without a usable id. */
  readonly skipped: number;
  /** Different models. */
  readonly models: number;
}

/**
 * Takes in statements, sorts them by model, merges those on one model, loads the tables. Keeps the different texts in memory (names of
 * owners, tags, datasets), and of the statements no more than one sorted run: with a spill, memory does not grow with their number.
 */
export class CatalogueBuilder {
  readonly texts = new Texts();
  private readonly entries: SortedEntries;
  private readonly packed = new ByteWriter();
  private readonly packer = new Packer(this.texts, this.packed);
  private readonly keys: KeySet = new KeySet();
  private statements = 0;
  private skipped = 0;
  private models = 0;

  /**
   * @param spill where sorted runs go; null keeps everything in memory
   * @param moves old id (lower case) -> the id that the hub uses now: what is said of the old is said of the new
   */
  constructor(
    spill: Spill | null,
    private readonly moves: ReadonlyMap<string, string> = new Map(),
  ) {
    this.entries = new SortedEntries(spill);
  }

  /** Takes in one statement. Those added first count first. */
  add(statement: Statement): void {
    if (!isId(statement.id)) {
      this.skipped++;
      return;
    }
    this.statements++;
    const id =
      (statement.hub === 'huggingface' && this.moves.get(statement.id.toLowerCase())) || statement.id;
    this.packed.length = 0;
    this.packer.write(id === statement.id ? statement : { ...statement, id });
    this.entries.add(modelKey(statement.hub, id), this.packed.written());
  }

  /** Loads everything that was added, once. Yields now and then the number of models that are loaded, so that a host may breathe. */
  *load(
    sink: TableSink,
    aliases: Iterable<AliasRow>,
    about: { readonly asOf: string; readonly sources: readonly Source[] } | null,
    index?: SearchIndexBuilder,
  ): Generator<number, CatalogueMeta> {
    const loader = new Loader(sink, this.texts);
    yield* loader.models(this.merged(index));
    loader.aliases(aliases, (key) => this.keys.has(key));
    return loader.finish(about);
  }

  /** The bytes of the search index that `load` has filled. */
  finishIndex(index: SearchIndexBuilder, { stamp }: CatalogueMeta): Uint8Array {
    const texts = this.texts.all();
    return index.finish(stamp, (number) => texts[number - 1] ?? '');
  }

  get counts(): BuildCounts {
    const { statements, skipped, models } = this;
    return { statements, skipped, models };
  }

  /** Puts all statements into the spill. Answers where, for who makes the search index of them meanwhile. */
  spilled(): readonly Run[] {
    return this.entries.spilled();
  }

  private *merged(index: SearchIndexBuilder | undefined): Generator<MergedModel> {
    for (const model of mergedModels(this.entries.sorted())) {
      this.models++;
      this.keys.add(model.key);
      if (index) addTo(index, model.facts);
      yield model;
    }
  }
}

/** Tells a search index of a model. */
export function addTo(index: SearchIndexBuilder, facts: PackedFacts): void {
  const { owner, name, hub, popularity, parameters, description, license } = facts;
  index.add({
    owner,
    name,
    hub,
    downloads: popularity?.[0] ?? null,
    parameters,
    task: description?.task ?? 0,
    library: description?.library ?? 0,
    license: license?.[0] ?? 0,
  });
}

/** Keys that are added in rising order, eight bytes each. */
class KeySet {
  private keys = new Float64Array(1024);
  private size = 0;

  add(key: number): void {
    if (this.size === this.keys.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.size++] = key;
  }

  has(key: number): boolean {
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.keys[middle] ?? 0) < key) from = middle + 1;
      else to = middle;
    }
    return from < this.size && this.keys[from] === key;
  }
}

const longestId = 300;

/** An id that code could write: short, one line, no spaces at its ends. */
function isId(id: unknown): id is string {
  return typeof id === 'string' && id.length > 0 && id.length <= longestId && !badId.test(id);
}

const badId = /[\p{Cc}\p{Zl}\p{Zp}\p{Zs}\u202a-\u202e\u2066-\u2069]|^\/|\/$/u;

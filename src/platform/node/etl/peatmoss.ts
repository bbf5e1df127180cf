/** A full PeaTMOSS.db: only the tables that a catalogue needs are read, so many models at a time. */
import { type PeatmossRow, peatmossStatement } from '../../../db/etl/peatmossRow';
import { type Statement, wholeSource } from '../../../db/etl/statement';
import type { Source } from '../../../db/record';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { DiskReader } from './diskDatabase';
import type { Extracted } from './source';

/** Lists of a model: the table of the names, whose link table is `model_to_NAME`. */
const linked = {
  tags: 'tag',
  frameworks: 'framework',
  libraries: 'library',
  licenses: 'license',
  languages: 'language',
  architectures: 'architecture',
  datasets: 'dataset',
  papers: 'paper',
} as const satisfies Partial<Record<keyof PeatmossRow, string>>;

type LinkedList = keyof typeof linked;
const linkedLists = Object.keys(linked) as LinkedList[];

/** Models read at a time: their links are in memory, nobody else's. */
const modelsAtOnce = 20_000;

/** Longer names are no names; a hostile row holds a megabyte. */
const longestName = 300;

export function peatmoss(file: string, source: Source): Extracted {
  const passed = { count: 0 };
  async function* statements(): AsyncGenerator<Statement> {
    const database = new DiskReader(file);
    try {
      const sources = wholeSource(source);
      const reader = new ModelReader(database, file);
      for (let rows = reader.next(); rows.length > 0; rows = reader.next()) {
        for (const row of rows) {
          const statement = peatmossStatement(row, sources);
          if (statement) yield statement;
          else passed.count++;
        }
        await Promise.resolve();
      }
    } finally {
      database.dispose();
    }
  }
  return { source, statements: statements(), passed };
}

/** Hands out the models in the order of their rows. */
class ModelReader {
  private last = Number.MIN_SAFE_INTEGER;
  private readonly names: Readonly<Record<LinkedList, ReadonlyMap<number, string>>>;
  private readonly hubs: ReadonlyMap<number, string>;
  private readonly present: ReadonlySet<string>;

  constructor(
    private readonly database: DiskReader,
    file: string,
  ) {
    const columns = database.columns('model');
    if (columns.length === 0)
      throw new UserError(message('{0} is a database, but not PeaTMOSS: it has no table {1}', file, 'model'));
    const lacking = ['id', 'context_id', 'downloads', 'likes'].filter((name) => !columns.includes(name));
    if (lacking.length > 0) {
      throw new UserError(
        message(
          '{0} is not of the schema of PeaTMOSS: the table {1} lacks {2}',
          file,
          'model',
          lacking.join(', '),
        ),
      );
    }
    this.hubColumn = columns.includes('model_hub_id') ? 'model_hub_id' : 'NULL';
    this.present = new Set(
      [...linkedLists.map((list) => linked[list]), 'reuse_repository'].filter((name) =>
        ['model_id', `${name}_id`].every((column) => database.columns(`model_to_${name}`).includes(column)),
      ),
    );
    this.hubs = this.namesOf('model_hub');
    this.names = Object.fromEntries(
      linkedLists.map((list) => [list, this.namesOf(linked[list])]),
    ) as typeof this.names;
  }

  private readonly hubColumn: string;

  next(): PeatmossRow[] {
    const { rows } =
      this.database.row(
        `SELECT json_group_array(json_array(at, ${['id', 'downloads', 'likes', 'hub'].map(integer).join(', ')}, name)) AS rows FROM (
           SELECT rowid AS at, id, downloads, likes, ${this.hubColumn} AS hub,
             CASE WHEN typeof(context_id) = 'text' AND length(context_id) <= ${longestName} THEN context_id END AS name
           FROM model WHERE rowid > ? ORDER BY rowid LIMIT ${modelsAtOnce})`,
        [this.last],
      ) ?? {};
    const cells = JSON.parse(String(rows)) as [
      number,
      number | null,
      number | null,
      number | null,
      number | null,
      string | null,
    ][];
    this.last = cells.at(-1)?.[0] ?? this.last;
    const ids = cells.flatMap(([, id]) => id ?? []);
    const links = this.links(ids);
    return cells.map(([, id, downloads, likes, hub, contextId]) => ({
      contextId,
      hub: hub === null ? null : (this.hubs.get(hub) ?? null),
      downloads,
      likes,
      ...links(id),
    }));
  }

  /** What the link tables name for these models. */
  private links(ids: readonly number[]) {
    const from = ids.reduce((least, id) => Math.min(least, id), Infinity);
    const to = ids.reduce((most, id) => Math.max(most, id), -Infinity);
    const lists = linkedLists.map((list) => {
      const groups = this.groups(linked[list], `group_concat(DISTINCT ${linked[list]}_id)`, from, to);
      return [list, groups, this.names[list]] as const;
    });
    const reuse = this.groups('reuse_repository', 'count(DISTINCT reuse_repository_id)', from, to);
    return (id: number | null) => ({
      ...(Object.fromEntries(
        lists.map(([list, groups, names]) => [
          list,
          namesIn(id === null ? undefined : groups.get(id), names),
        ]),
      ) as Record<LinkedList, string[]>),
      reuse: Number((id === null ? undefined : reuse.get(id)) ?? 0) || null,
    });
  }

  private groups(name: string, what: string, from: number, to: number): ReadonlyMap<number, string | number> {
    if (!this.present.has(name) || from > to) return new Map();
    const { models, values } =
      this.database.row(
        `SELECT json_group_array(model) AS models, json_group_array(value) AS "values" FROM (
           SELECT model_id AS model, ${what} AS value FROM model_to_${name} WHERE model_id BETWEEN ? AND ? GROUP BY model_id)`,
        [from, to],
      ) ?? {};
    const found = JSON.parse(String(values)) as (string | number)[];
    return new Map((JSON.parse(String(models)) as number[]).map((model, at) => [model, found[at] ?? '']));
  }

  private namesOf(table: string): ReadonlyMap<number, string> {
    const columns = this.database.columns(table);
    if (!columns.includes('id') || !columns.includes('name')) return new Map();
    // The hub's two-letter codes are what tells languages apart.
    const name =
      table === 'language' && columns.includes('abbreviation') ? 'coalesce(abbreviation, name)' : 'name';
    const { rows } =
      this.database.row(
        `SELECT json_group_array(json_array(id, text)) AS rows FROM (SELECT id, ${name} AS text FROM ${table})
         WHERE typeof(id) = 'integer' AND typeof(text) = 'text' AND length(text) <= ${longestName}`,
      ) ?? {};
    return new Map(JSON.parse(String(rows)) as [number, string][]);
  }
}

/** A value that is JSON whatever stands in the column. */
function integer(column: string): string {
  return `CASE WHEN typeof(${column}) = 'integer' THEN ${column} END`;
}

function namesIn(numbers: string | number | undefined, names: ReadonlyMap<number, string>): string[] {
  if (numbers === undefined || numbers === '') return [];
  return String(numbers)
    .split(',')
    .flatMap((number) => names.get(Number(number)) ?? []);
}

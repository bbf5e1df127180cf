/** A full PeaTMOSS.db: only the tables that a catalogue needs are read, most of the file (commits, issues) is never touched. */
import { type PeatmossRow, peatmossStatement } from '../../../db/etl/peatmossRow';
import { type Statement, wholeSource } from '../../../db/etl/statement';
import type { Source } from '../../../db/record';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { DiskReader } from './diskDatabase';
import { integer, largestRow, Links } from './peatmossLinks';
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

/** Models whose links are in memory at a time: twice the dataset's, so it is read in one pass, and a larger file takes no more memory. */
const modelsAtOnce = 500_000;

/** Models that are asked for by one question. */
const rowsAtOnce = 5_000;

/** Longer names are no names; a hostile row holds a megabyte. */
const longestName = 300;

export function peatmoss(file: string, source: Source): Extracted {
  const passed = { count: 0 };
  async function* statements(): AsyncGenerator<Statement> {
    const database = new DiskReader(file);
    try {
      requireSchema(database, file);
      const sources = wholeSource(source);
      for (const row of rowsOf(database)) {
        const statement = peatmossStatement(row, sources);
        if (statement) yield statement;
        else passed.count++;
      }
      await Promise.resolve();
    } finally {
      database.dispose();
    }
  }
  return { source, statements: statements(), passed };
}

function requireSchema(database: DiskReader, file: string): void {
  const columns = database.columns('model');
  if (columns.length === 0)
    throw new UserError(message('{0} is a database, but not PeaTMOSS: it has no table {1}', file, 'model'));
  const lacking = ['id', 'context_id', 'downloads', 'likes'].filter((name) => !columns.includes(name));
  if (lacking.length === 0) return;
  throw new UserError(
    message(
      '{0} is not of the schema of PeaTMOSS: the table {1} lacks {2}',
      file,
      'model',
      lacking.join(', '),
    ),
  );
}

/** The models in the order of their rows, with what the link tables name. */
function* rowsOf(database: DiskReader): Generator<PeatmossRow> {
  const hubs = namesOf(database, 'model_hub');
  const names = linkedLists.map((list) => namesOf(database, linked[list]));
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { places, last } = modelPlaces(database, after);
    if (last === null) return;
    const links = linkedLists.map((list) => linksOf(database, linked[list], places));
    const reuse = linksOf(database, 'reuse_repository', places);
    for (const { id, hub, ...model } of modelsBetween(database, after, last)) {
      const place = id === null ? undefined : places.get(id);
      const lists = linkedLists.map((list, at) => [list, named(links[at], place, names[at])] as const);
      yield {
        ...model,
        hub: hub === null ? null : (hubs.get(hub) ?? null),
        ...(Object.fromEntries(lists) as Record<LinkedList, string[]>),
        reuse: (place !== undefined && reuse && new Set(reuse.of(place)).size) || null,
      };
    }
    after = last;
  }
}

/** The next models: where the links of each are kept, and the last one's row. */
function modelPlaces(database: DiskReader, after: number) {
  const { ids, last } =
    database.row(
      `SELECT json_group_array(id) AS ids, max(at) AS last FROM (
         SELECT rowid AS at, ${integer('id')} AS id FROM model WHERE rowid > ? AND rowid <= ${largestRow} ORDER BY rowid LIMIT ${modelsAtOnce})`,
      [after],
    ) ?? {};
  const places = new Map<number, number>();
  for (const id of JSON.parse(String(ids ?? '[]')) as (number | null)[])
    if (id !== null && !places.has(id)) places.set(id, places.size);
  return { places, last: typeof last === 'number' ? last : null };
}

function* modelsBetween(database: DiskReader, after: number, last: number) {
  const columns = database.columns('model');
  const hub = columns.includes('model_hub_id') ? 'model_hub_id' : 'NULL';
  const sql = `SELECT max(at) AS last, json_group_array(json_array(${['id', 'downloads', 'likes', 'hub'].map(integer).join(', ')}, name)) AS rows FROM (
    SELECT rowid AS at, id, downloads, likes, ${hub} AS hub,
      CASE WHEN typeof(context_id) = 'text' AND length(context_id) <= ${longestName} THEN context_id END AS name
    FROM model WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ${rowsAtOnce})`;
  for (let at = after; at < last;) {
    const page = database.row(sql, [at, last]) ?? {};
    for (const [id, downloads, likes, hubId, contextId] of JSON.parse(String(page['rows'])) as ModelCells[])
      yield { id, downloads, likes, hub: hubId, contextId };
    at = typeof page['last'] === 'number' ? page['last'] : last;
  }
}

type ModelCells = [
  id: number | null,
  downloads: number | null,
  likes: number | null,
  hub: number | null,
  contextId: string | null,
];

/** Null where there is no such link table. */
function linksOf(database: DiskReader, name: string, places: ReadonlyMap<number, number>): Links | null {
  const table = `model_to_${name}`;
  const columns = database.columns(table);
  if (!columns.includes('model_id') || !columns.includes(`${name}_id`)) return null;
  return Links.read(database, table, `${name}_id`, places);
}

/** The names in a table by their ids. */
function namesOf(database: DiskReader, table: string): ReadonlyMap<number, string> {
  const columns = database.columns(table);
  if (!columns.includes('id') || !columns.includes('name')) return new Map();
  // The hub's two-letter codes are what tells languages apart.
  const name =
    table === 'language' && columns.includes('abbreviation') ? 'coalesce(abbreviation, name)' : 'name';
  const { rows } =
    database.row(
      `SELECT json_group_array(json_array(id, text)) AS rows FROM (SELECT id, ${name} AS text FROM ${table})
       WHERE typeof(id) = 'integer' AND typeof(text) = 'text' AND length(text) <= ${longestName}`,
    ) ?? {};
  return new Map(JSON.parse(String(rows)) as [number, string][]);
}

/** The different names that a model is linked to. */
function named(
  links: Links | null | undefined,
  place: number | undefined,
  names: ReadonlyMap<number, string> | undefined,
): string[] {
  const found: string[] = [];
  if (!links || place === undefined) return found;
  for (const target of links.of(place)) {
    const name = names?.get(target);
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

/** A full PeaTMOSS.db: only the tables that a catalogue needs are read, most of the file (commits, issues) is never touched. */
import { type PeatmossRow, peatmossStatement } from '../../../db/etl/peatmossRow';
import { type Statement, wholeSource } from '../../../db/etl/statement';
import type { Source } from '../../../db/record';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { DiskReader, type TableReader } from './diskDatabase';
import { Links } from './peatmossLinks';
import type { Extracted } from './source';
import type { Row, Rows } from './tableScan';

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

/** Longer names are no names; a hostile row holds a megabyte. */
const longestName = 300;

export function peatmoss(file: string, source: Source): Extracted {
  const passed = { count: 0 };
  async function* statements(): AsyncGenerator<Statement> {
    const database = new DiskReader(file);
    try {
      const model = requireSchema(database.table('model'), file);
      const sources = wholeSource(source);
      for (const row of rowsOf(database, model)) {
        const statement = peatmossStatement(row, sources);
        if (statement) yield statement;
        else passed.count++;
      }
      await Promise.resolve();
    } catch (error) {
      throw database.damaged(error);
    } finally {
      database.dispose();
    }
  }
  return { source, statements: statements(), passed };
}

function requireSchema(model: TableReader | null, file: string): TableReader {
  if (!model)
    throw new UserError(message('{0} is a database, but not PeaTMOSS: it has no table {1}', file, 'model'));
  const lacking = ['id', 'context_id', 'downloads', 'likes'].filter((name) => !model.has(name));
  if (lacking.length === 0) return model;
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
function* rowsOf(database: DiskReader, model: TableReader): Generator<PeatmossRow> {
  const hubs = namesOf(database, 'model_hub');
  const names = byList((list) => namesOf(database, linked[list]));
  const id = model.column('id');
  const [ahead, behind] = [model.rows(), model.rows()];
  for (;;) {
    const { places, count } = nextPlaces(ahead, id);
    if (count === 0) return;
    const links = byList((list) => linksOf(database, linked[list], places));
    const reuse = linksOf(database, 'reuse_repository', places);
    const cells = cellsOf(model);
    for (let left = count; left > 0; left--) {
      const row = behind.next();
      if (!row) return;
      const place = places.get(id(row) ?? NaN);
      const list = (name: LinkedList) => named(links[name], place, names[name]);
      const hub = cells.hub(row);
      yield {
        contextId: cells.name(row),
        hub: hub === null ? null : (hubs.get(hub) ?? null),
        downloads: cells.downloads(row),
        likes: cells.likes(row),
        tags: list('tags'),
        frameworks: list('frameworks'),
        libraries: list('libraries'),
        licenses: list('licenses'),
        languages: list('languages'),
        architectures: list('architectures'),
        datasets: list('datasets'),
        papers: list('papers'),
        reuse: place === undefined || !reuse ? null : new Set(reuse.of(place)).size || null,
      };
    }
  }
}

function byList<T>(of: (list: LinkedList) => T): Record<LinkedList, T> {
  return Object.fromEntries(linkedLists.map((list) => [list, of(list)])) as Record<LinkedList, T>;
}

function cellsOf(model: TableReader) {
  const name = model.place('context_id');
  return {
    name: (row: Row) => row.text(name, longestName),
    downloads: model.column('downloads'),
    likes: model.column('likes'),
    hub: model.column('model_hub_id'),
  };
}

/** The next models: where the links of each are kept, and how many rows they are. */
function nextPlaces(rows: Rows, id: (row: Row) => number | null) {
  const places = new Map<number, number>();
  let count = 0;
  for (; count < modelsAtOnce; count++) {
    const row = rows.next();
    if (!row) break;
    const number = id(row);
    if (number !== null && !places.has(number)) places.set(number, places.size);
  }
  return { places, count };
}

/** Null where there is no such link table. */
function linksOf(database: DiskReader, name: string, places: ReadonlyMap<number, number>): Links | null {
  const table = database.table(`model_to_${name}`);
  return table?.has('model_id', `${name}_id`) ? Links.read(table, `${name}_id`, places) : null;
}

/** The names in a table by their ids. */
function namesOf(database: DiskReader, tableName: string): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const table = database.table(tableName);
  if (!table?.has('id', 'name')) return names;
  const id = table.column('id');
  // The hub's two-letter codes are what tells languages apart.
  const columns = ['abbreviation', 'name'].filter((name) => tableName === 'language' || name === 'name');
  const places = columns.map((name) => table.place(name)).filter((place) => place >= 0);
  const rows = table.rows();
  for (let row = rows.next(); row; row = rows.next()) {
    const number = id(row);
    const place = places.find((column) => !row.isNull(column)) ?? -1;
    const name = row.text(place, longestName);
    if (number !== null && name !== null) names.set(number, name);
  }
  return names;
}

/** The different names that a model is linked to. */
function named(links: Links | null, place: number | undefined, names: ReadonlyMap<number, string>): string[] {
  const found: string[] = [];
  if (!links || place === undefined) return found;
  for (const target of links.of(place)) {
    const name = names.get(target);
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

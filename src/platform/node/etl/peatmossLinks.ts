import { words } from '../../../db/etl/columns';
import type { DiskReader } from './diskDatabase';

/** Rows of a link table that are asked for at once, by their numbers. */
const rowsAtOnce = 50_000;

const largestId = 2 ** 32 - 1;

/** Rows are read up to this number: nothing honest lies behind, and a number of JavaScript holds no more. */
export const largestRow = Number.MAX_SAFE_INTEGER;

/** What one link table says of some models: for each the ids that it links to. */
export class Links {
  private constructor(
    private readonly starts: Uint32Array,
    private readonly targets: Uint32Array,
  ) {}

  /**
   * Reads the table once, in the order of its rows: it has no index, so asking for some models at a time would read it again each time.
   * @param places of the models by their ids, from 0
   */
  static read(
    database: DiskReader,
    table: string,
    column: string,
    places: ReadonlyMap<number, number>,
  ): Links {
    const models = words();
    const targets = words();
    for (const page of pagesOf(database, table, column)) {
      for (let row = 0; row < page.models.length; row++) {
        const place = places.get(page.models[row] ?? -1);
        const target = page.targets[row] ?? -1;
        if (place === undefined || target < 0 || target > largestId) continue;
        models.push(place);
        targets.push(target);
      }
    }
    return Links.sorted(models.written(), targets.written(), places.size);
  }

  /** By model, a counting sort: what one model is linked to keeps the order of the rows. */
  private static sorted(models: Uint32Array, targets: Uint32Array, count: number): Links {
    const starts = new Uint32Array(count + 1);
    for (const model of models) starts[model + 1] = (starts[model + 1] ?? 0) + 1;
    for (let model = 1; model <= count; model++)
      starts[model] = (starts[model] ?? 0) + (starts[model - 1] ?? 0);
    const next = starts.slice();
    const sorted = new Uint32Array(targets.length);
    models.forEach((model, row) => {
      const at = next[model] ?? 0;
      sorted[at] = targets[row] ?? 0;
      next[model] = at + 1;
    });
    return new Links(starts, sorted);
  }

  of(place: number): Uint32Array {
    return this.targets.subarray(this.starts[place], this.starts[place + 1]);
  }
}

/** The rows, so many at a time. What is no whole number becomes one that no model has. */
function* pagesOf(database: DiskReader, table: string, column: string) {
  const first = `SELECT min(rowid) AS row FROM ${table} WHERE rowid > ? AND rowid <= ${largestRow}`;
  const rows = `SELECT json_group_array(CAST(model_id AS INTEGER)) AS models, json_group_array(CAST(${column} AS INTEGER)) AS targets
    FROM ${table} WHERE rowid BETWEEN ? AND ?`;
  for (let last = Number.MIN_SAFE_INTEGER; ;) {
    // Whatever gaps the numbers have, the next row is found.
    const from = database.row(first, [last])?.['row'];
    if (typeof from !== 'number') return;
    last = from + rowsAtOnce - 1;
    const { models, targets } = database.row(rows, [from, last]) ?? {};
    yield { models: numbersIn(models), targets: numbersIn(targets) };
  }
}

function numbersIn(json: unknown): (number | null)[] {
  return JSON.parse(String(json)) as (number | null)[];
}

/** A value that is JSON whatever stands in the column. */
export function integer(column: string): string {
  return `CASE WHEN typeof(${column}) = 'integer' THEN ${column} END`;
}

import { words } from '../../../db/etl/columns';
import type { TableReader } from './diskDatabase';

const largestId = 2 ** 32 - 1;

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
  static read(table: TableReader, column: string, places: ReadonlyMap<number, number>): Links {
    const models = words();
    const targets = words();
    const [model, target] = [table.column('model_id'), table.column(column)];
    const rows = table.rows();
    for (let row = rows.next(); row; row = rows.next()) {
      const place = places.get(model(row) ?? -1);
      const id = target(row) ?? -1;
      if (place === undefined || id < 0 || id > largestId) continue;
      models.push(place);
      targets.push(id);
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

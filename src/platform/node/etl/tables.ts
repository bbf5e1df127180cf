import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Statement, recordStatement } from '../../../db/etl/statement';
import { aliasOf, cardTable, recordOf, sourceTable, tableRows } from '../../../db/etl/tables';
import type { Extracted } from './source';

/** The text tables of a folder: `models.tsv`, `sources.tsv`, and where they are `aliases.tsv` and `cards.json`. */
export function tables(
  folder: string,
  read = (name: string) => readFileSync(join(folder, name), 'utf8'),
): Extracted {
  const optional = (name: string, otherwise: string) => {
    try {
      return read(name);
    } catch {
      return otherwise;
    }
  };
  const sources = sourceTable(read('sources.tsv'));
  const cards = cardTable(optional('cards.json', '{}'));
  const models = read('models.tsv');
  // eslint wants an await in an async generator: the other extractors have one, so the shape is theirs.
  function* statements(): Generator<Statement> {
    for (const cells of tableRows(models)) {
      yield recordStatement(recordOf(cells, sources, cards.get((cells[0] ?? '').toLowerCase()) ?? {}));
    }
  }
  const newest = [...sources.values()].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  return {
    source: newest ?? { name: 'text tables', date: '' },
    statements: toAsync(statements()),
    aliases: tableRows(optional('aliases.tsv', '')).map(aliasOf),
    passed: { count: 0 },
  };
}

/** An iterable as the asynchronous one that a build takes. */
export async function* toAsync<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

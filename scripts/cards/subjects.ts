/** What is known of models without their cards: the rows of `data/models.tsv`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardSubject } from '../../src/cards/card';
import type { ModelRecord } from '../../src/db/record';
import { recordOf, sourceTable, tableRows } from '../../src/db/etl/tables';

/** Looks up by today's id or by PeaTMOSS's. */
export function readSubjects(): (id: string) => CardSubject {
  const read = (name: string) => readFileSync(join(__dirname, '../../data', name), 'utf8');
  const sources = sourceTable(read('sources.tsv'));
  const records = new Map<string, ModelRecord>();
  for (const cells of tableRows(read('models.tsv'))) {
    const record = recordOf(cells, sources, {});
    for (const id of [record.peatmoss, record.id]) if (id) records.set(id.toLowerCase(), record);
  }
  return (id) => {
    const record = records.get(id.toLowerCase());
    if (!record) return { id };
    const { task, library, frameworks } = record;
    return { id, tags: frameworks, ...(task ? { task } : {}), libraries: library ? [library] : [] };
  };
}

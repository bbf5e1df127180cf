/** The hub's own records. */
import { join } from 'node:path';
import type { Statement } from '../facts';
import { type HubRecord, hubFacts } from '../../../src/db/etl/hubRecord';
import { readJson, xzLines } from './files';

/** A hub listing, one API record a line. */
export async function* listing(
  folder: string,
  path: string,
  source: 'h22' | 'h24',
): AsyncGenerator<Statement> {
  for await (const line of xzLines(join(folder, path))) {
    const record = JSON.parse(line) as HubRecord;
    const id = record.id ?? record.modelId;
    if (id) yield { id, hub: 'huggingface', source, facts: hubFacts(record) };
  }
}

/** Full API records of current models. */
export function nexus(folder: string): Statement[] {
  return readJson<(HubRecord & { source?: string })[]>(folder, 'hub/ai-nexus_2025-11.json').flatMap(
    (record) =>
      record.id && record.tags && record.source === 'huggingface'
        ? [{ id: record.id, hub: 'huggingface', source: 'nexus', facts: hubFacts(record) }]
        : [],
  );
}

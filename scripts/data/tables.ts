/** Writes the lines of the text tables; `src/db/etl/tables.ts` reads them. */
import type { AliasRow } from '../../src/db/etl/load';
import { modelColumnNames } from '../../src/db/etl/tables';
import type { Merged } from './merge';

export const modelHeader = modelColumnNames.join('\t');
export const aliasHeader = 'alias\tlibrary\tkind\thub\tid';

const cell = (value: string | number | boolean | null | undefined) =>
  String(value ?? '').replace(/[\t\r\n|]/g, ' ');
const list = (values: readonly string[] | undefined) => (values ?? []).map(cell).join('|');

/** One line of `models.tsv`. */
export function modelLine({ id, hub, facts, sources }: Merged, peatmoss: string | null): string {
  const { license, popularity, description, architectures, parameters, reuse } = facts;
  return [
    cell(id),
    cell(hub),
    cell(license?.id),
    cell(license?.name),
    cell(license?.link),
    cell(popularity?.downloads),
    cell(popularity?.likes),
    cell(description?.task),
    cell(description?.library),
    list(description?.frameworks),
    list(description?.languages),
    list(architectures),
    list(description?.baseModels),
    list(description?.datasets),
    list(description?.papers),
    cell(parameters),
    cell(description?.gated),
    cell(description?.created),
    cell(reuse),
    cell(peatmoss),
    Object.entries(sources)
      .map(([group, code]) => `${group}:${code}`)
      .join('|'),
  ].join('\t');
}

/** One line of `aliases.tsv`. */
export function aliasLine({ alias, library, kind, hub, id }: AliasRow): string {
  return [alias, library, kind, hub, id].map(cell).join('\t');
}

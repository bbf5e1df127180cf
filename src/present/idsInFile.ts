import type { Usage } from '../analyzer/usage';
import type { FileEntry, UsedModel } from '../inventory/types';
import type { Range } from '../shared/positions';

/** An id where it is written in a file, and the model that it stands for there. */
export interface WrittenModel {
  readonly range: Range;
  readonly usage: Usage;
  readonly model: UsedModel;
}

/**
 * The ids that are written in a file (in one cell of a notebook), by place. An id that several calls load is one; ids
 * that stand in other files belong to those.
 */
export function idsInFile(entry: FileEntry | undefined, cell: number | null): WrittenModel[] {
  const found = new Map<string, WrittenModel>();
  for (const { usage, models } of entry?.usages ?? []) {
    for (const model of models) {
      const place = model.written?.place;
      if (!place || place.file !== entry?.file || place.cell !== cell) continue;
      const { line, column } = place.range.start;
      found.set(`${line}:${column}`, { range: place.range, usage, model });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.range, b.range));
}

function compare({ start: a }: Range, { start: b }: Range): number {
  return a.line - b.line || a.column - b.column;
}

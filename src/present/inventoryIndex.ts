import type { Inventory, UsageEntry } from '../inventory/types';

/** Answers by file and by model, for one state of an inventory. */
export class InventoryIndex {
  private readonly byFile = new Map<string, Set<UsageEntry>>();
  private readonly byModel = new Map<string, UsageEntry[]>();

  constructor({ files }: Inventory) {
    for (const entry of files.flatMap(({ usages }) => usages)) {
      for (const file of filesOf(entry)) {
        const known = this.byFile.get(file);
        if (known) known.add(entry);
        else this.byFile.set(file, new Set([entry]));
      }
      for (const id of new Set(entry.models.map((model) => model.id))) {
        const known = this.byModel.get(id);
        if (known) known.push(entry);
        else this.byModel.set(id, [entry]);
      }
    }
  }

  /** The usages of which some place lies in `file`: their call, their id, or a step of their trace. */
  touching(file: string): Iterable<UsageEntry> {
    return this.byFile.get(file) ?? [];
  }

  /** The usages that name a model. */
  usagesOf(id: string): readonly UsageEntry[] {
    return this.byModel.get(id) ?? [];
  }
}

function* filesOf({ usage, models }: UsageEntry): Generator<string> {
  yield usage.place.file;
  for (const { written } of models) {
    if (written?.place) yield written.place.file;
    for (const { place } of written?.trace ?? []) yield place.file;
  }
  for (const { place } of usage.trace) yield place.file;
}

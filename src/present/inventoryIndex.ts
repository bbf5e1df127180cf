import type { FileEntry, Inventory, UsageEntry } from '../inventory/types';

/** Usages by the files that some place of them lies in, and by model. */
interface EntryIndex {
  readonly byFile: ReadonlyMap<string, ReadonlySet<UsageEntry>>;
  readonly byModel: ReadonlyMap<string, ReadonlySet<UsageEntry>>;
}

/** Indexes of files, which outlive a state of the inventory: the next one has most of its files in common with it. */
export type IndexMemory = WeakMap<FileEntry, EntryIndex>;

/** Answers by file and by model, for one state of an inventory. */
export class InventoryIndex {
  constructor(
    private readonly inventory: Inventory,
    private readonly memory: IndexMemory = new WeakMap(),
  ) {}

  /** The usages of which some place lies in `file`: their call, their id, or a step of their trace. */
  touching(file: string): UsageEntry[] {
    return this.inventory.files.flatMap((entry) => [...(this.of(entry).byFile.get(file) ?? [])]);
  }

  /** The usages that name a model. */
  usagesOf(id: string): UsageEntry[] {
    return this.inventory.files.flatMap((entry) => [...(this.of(entry).byModel.get(id) ?? [])]);
  }

  private of(entry: FileEntry): EntryIndex {
    const known = this.memory.get(entry) ?? indexOf(entry);
    this.memory.set(entry, known);
    return known;
  }
}

function indexOf({ usages }: FileEntry): EntryIndex {
  const byFile = new Map<string, Set<UsageEntry>>();
  const byModel = new Map<string, Set<UsageEntry>>();
  for (const entry of usages) {
    for (const file of filesOf(entry)) add(byFile, file, entry);
    for (const { id } of entry.models) add(byModel, id, entry);
  }
  return { byFile, byModel };
}

function add(index: Map<string, Set<UsageEntry>>, key: string, entry: UsageEntry): void {
  const known = index.get(key);
  if (known) known.add(entry);
  else index.set(key, new Set([entry]));
}

function* filesOf({ usage, models }: UsageEntry): Generator<string> {
  yield usage.place.file;
  for (const { written } of models) {
    if (written?.place) yield written.place.file;
    for (const { place } of written?.trace ?? []) yield place.file;
  }
  for (const { place } of usage.trace) yield place.file;
}

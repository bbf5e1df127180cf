import { DisposableOwner } from '../shared/disposable';
import { Emitter } from '../shared/events';
import { type CatalogueBytes, layerNames, type LayerName, type LayerStore } from '../shared/layerStore';
import { english, type Message, message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import type { Catalogue } from './catalogue';
import type { LookedUp } from './hub/lookUp';
import { LayeredCatalogue } from './layered';
import { openCatalogue } from './open';
import { readRows, withFound } from './overlayRows';
import { queryAll, type SqlJsStatic } from './sqlite';
import { writeCatalogue } from './write';

/**
 * The catalogues that the user added, on top of the one that ships. A layer that cannot be read is left out and named in
 * `problems`; a new one takes its place only after it was written and opened. Writes follow each other.
 */
export class Overlay extends DisposableOwner {
  private readonly changed = this.register(new Emitter<undefined>());
  /** Fires after a layer came, went or changed. */
  readonly onDidChange = this.changed.event;

  readonly catalogue: LayeredCatalogue;
  private readonly layers = new Map<LayerName, Catalogue>();
  private readonly flaws = new Map<LayerName, Message>();
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly sqlite: SqlJsStatic,
    private readonly store: LayerStore,
    private readonly base: readonly Catalogue[],
  ) {
    super();
    this.catalogue = new LayeredCatalogue(base);
  }

  /** @param base the catalogue that ships; empty where it cannot be opened */
  static async open(sqlite: SqlJsStatic, store: LayerStore, base: readonly Catalogue[]): Promise<Overlay> {
    const overlay = new Overlay(sqlite, store, base);
    for (const name of layerNames) await overlay.load(name);
    overlay.arrange();
    return overlay;
  }

  /** Layers that are there and cannot be used, and why. */
  get problems(): readonly Message[] {
    return [...this.flaws.values()];
  }

  /** Which layers answer. */
  get names(): readonly LayerName[] {
    return layerNames.filter((name) => this.layers.has(name));
  }

  /** Keeps what was looked up, beside what was looked up before. */
  add(found: readonly LookedUp[], today: string): Promise<Result<null>> {
    return this.inTurn(async () => {
      // Another window may have written since: its finds are kept.
      await this.load('looked-up');
      const known = this.layers.get('looked-up');
      const rows = withFound(known ? readRows(known) : { records: [], aliases: [] }, found);
      const catalogue = writeCatalogue(this.sqlite, { ...rows, ...stamp(rows, today) });
      return await this.put('looked-up', { catalogue, index: null });
    });
  }

  /** Puts a whole catalogue into a layer, in place of what was there. Bytes that are no sound catalogue change nothing. */
  install(name: LayerName, bytes: CatalogueBytes): Promise<Result<null>> {
    return this.inTurn(() => this.put(name, bytes));
  }

  /** Removes all layers. */
  reset(): Promise<Result<null>> {
    return this.inTurn(async () => {
      for (const name of layerNames) {
        const removed = await this.store.remove(name);
        if (!removed.ok) return removed;
        this.replace(name, null);
      }
      this.arrange();
      return ok(null);
    });
  }

  override dispose(): void {
    for (const layer of this.layers.values()) layer.dispose();
    this.layers.clear();
    super.dispose();
  }

  private inTurn(work: () => Promise<Result<null>>): Promise<Result<null>> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async load(name: LayerName): Promise<void> {
    const read = await this.store.read(name);
    const opened = read.ok && read.value ? this.openLayer(name, read.value) : read;
    if (opened.ok) this.replace(name, opened.value as Catalogue | null);
    else if (!read.ok) this.flaws.set(name, read.error);
    else this.flaws.set(name, message('the {0} catalogue cannot be used: {1}', name, english(opened.error)));
  }

  private openLayer(name: LayerName, bytes: Uint8Array): Result<Catalogue> {
    return openCatalogue(this.sqlite, bytes, () => this.store.readIndex(name));
  }

  private async put(name: LayerName, bytes: CatalogueBytes): Promise<Result<null>> {
    const flaw = damage(this.sqlite, bytes.catalogue);
    if (flaw) return failure(flaw);
    const opened = this.openLayer(name, bytes.catalogue);
    if (!opened.ok) return opened;
    const written = await this.store.write(name, bytes);
    if (!written.ok) {
      opened.value.dispose();
      return written;
    }
    this.replace(name, opened.value);
    this.arrange();
    return ok(null);
  }

  private replace(name: LayerName, layer: Catalogue | null): void {
    const before = this.layers.get(name);
    this.flaws.delete(name);
    if (layer) this.layers.set(name, layer);
    else this.layers.delete(name);
    this.arrangeLayers();
    before?.dispose();
  }

  private arrangeLayers(): void {
    const upper = this.names.flatMap((name) => this.layers.get(name) ?? []);
    this.catalogue.exchange([...upper, ...this.base]);
  }

  private arrange(): void {
    this.arrangeLayers();
    this.changed.fire(undefined);
  }
}

/** What SQLite finds wrong with its own pages. */
function damage(sqlite: SqlJsStatic, bytes: Uint8Array): Message | null {
  try {
    const database = new sqlite.Database(bytes);
    try {
      const [verdict] = queryAll(database, 'PRAGMA quick_check(1)').flat();
      return verdict === 'ok' ? null : message('it is damaged ({0})', String(verdict));
    } finally {
      database.close();
    }
  } catch {
    // `openCatalogue` says it better.
    return null;
  }
}

function stamp({ records }: ReturnType<typeof readRows>, today: string) {
  const sources = records.flatMap((record) => Object.values(record.sources));
  const distinct = new Map(sources.map((source) => [`${source.name}\n${source.date}`, source]));
  return { asOf: today, sources: [...distinct.values()] };
}

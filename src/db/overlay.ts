import { DisposableOwner } from '../shared/disposable';
import { Emitter } from '../shared/events';
import { layerNames, type LayerName, type LayerStore, type StoredCatalogue } from '../shared/layerStore';
import { english, type Message, message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import type { Catalogue } from './catalogue';
import type { LookedUp } from './hub/lookUp';
import { LayeredCatalogue } from './layered';
import { openCatalogue } from './open';
import { readRows, withFound } from './overlayRows';
import type { SqlJsStatic } from './sqlite';
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
      return await this.exchange('looked-up', () => this.store.write('looked-up', catalogue));
    });
  }

  /** Moves a whole catalogue into a layer, in place of what was there; see `LayerStore.take`. */
  install(name: LayerName, made: string): Promise<Result<null>> {
    return this.inTurn(() => this.exchange(name, () => this.store.take(name, made)));
  }

  /**
   * Looks at every byte of the layers, some at a time, and has their indexes at hand for the first search. A layer that is damaged answers
   * no longer and is among the `problems`.
   */
  async verify(): Promise<void> {
    for (const name of this.names) {
      const whole = await this.store.verify(name);
      if (!whole.ok) {
        this.replace(name, null);
        this.flaws.set(name, whole.error);
        this.arrange();
      } else if (whole.value) {
        this.layers.get(name)?.useIndex(whole.value);
      }
    }
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
    const stored = await this.store.open(name);
    const opened = stored.ok && stored.value ? this.openLayer(stored.value) : stored;
    if (opened.ok) this.replace(name, opened.value as Catalogue | null);
    else if (!stored.ok) this.flaws.set(name, stored.error);
    else this.flaws.set(name, message('the {0} catalogue cannot be used: {1}', name, english(opened.error)));
  }

  private openLayer({ file, readIndex }: StoredCatalogue): Result<Catalogue> {
    return openCatalogue(this.sqlite, file, readIndex);
  }

  /** Has a layer written and opens what is there then. What cannot be written changes nothing. */
  private async exchange(name: LayerName, write: () => Promise<Result<null>>): Promise<Result<null>> {
    const written = await write();
    if (!written.ok) return written;
    await this.load(name);
    this.arrange();
    const flaw = this.flaws.get(name);
    return flaw ? failure(flaw) : ok(null);
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

function stamp({ records }: ReturnType<typeof readRows>, today: string) {
  const sources = records.flatMap((record) => Object.values(record.sources));
  const distinct = new Map(sources.map((source) => [`${source.name}\n${source.date}`, source]));
  return { asOf: today, sources: [...distinct.values()] };
}

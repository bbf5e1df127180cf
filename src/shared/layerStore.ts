import type { Result } from './result';

/** Catalogues beside the one that ships, the first wins: what was looked up, what the hub listed, what was imported. */
export const layerNames = ['looked-up', 'updated', 'imported'] as const;

export type LayerName = (typeof layerNames)[number];

/** A catalogue as its files hold it. */
export interface CatalogueBytes {
  readonly catalogue: Uint8Array;
  /** Its search index; null where none was made: the first search then makes one in memory. */
  readonly index: Uint8Array | null;
}

/** Where those catalogues are kept. Whatever happens during a write, a reader sees the old bytes or the new ones, whole. */
export interface LayerStore {
  /** The bytes of a catalogue as they were written; null where there are none; a failure where they are damaged. */
  read(name: LayerName): Promise<Result<Uint8Array | null>>;
  /** A layer's search index, when the first search asks for it; null where there is none, or it is damaged. */
  readIndex(name: LayerName): Uint8Array | null;
  write(name: LayerName, bytes: CatalogueBytes): Promise<Result<null>>;
  remove(name: LayerName): Promise<Result<null>>;
}

import type { DatabaseFile, IndexReader } from './databaseFile';
import type { Result } from './result';

/** Catalogues beside the one that ships, the first wins: what was looked up, what the hub listed, what was imported. */
export const layerNames = ['looked-up', 'updated', 'imported'] as const;

export type LayerName = (typeof layerNames)[number];

/** A catalogue that lies in a store. */
export interface StoredCatalogue {
  readonly file: DatabaseFile;
  readonly readIndex: IndexReader;
}

/** Where those catalogues are kept. Whatever happens during a write, a reader sees the old bytes or the new ones, whole. */
export interface LayerStore {
  /** A catalogue as it lies there, not read yet; null where there is none; a failure where it is cut off or of another version. */
  open(name: LayerName): Promise<Result<StoredCatalogue | null>>;
  /**
   * Whether a catalogue is to the last byte what was written: reads it whole, a piece at a time.
   * @returns its index, read on the way; null where there is none
   */
  verify(name: LayerName): Promise<Result<Uint8Array | null>>;
  /** Keeps a small catalogue, whose index is made in memory by the first search. */
  write(name: LayerName, catalogue: Uint8Array): Promise<Result<null>>;
  /**
   * Moves a large catalogue to its place, with its index.
   * @param made the path of a file on the same disk that was checked and sealed
   */
  take(name: LayerName, made: string): Promise<Result<null>>;
  remove(name: LayerName): Promise<Result<null>>;
}

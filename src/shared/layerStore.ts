import type { Result } from './result';

/** Catalogues beside the one that ships, the first wins: what was looked up, what the hub listed, what was imported. */
export const layerNames = ['looked-up', 'updated', 'imported'] as const;

export type LayerName = (typeof layerNames)[number];

/** Where those catalogues are kept. Whatever happens during a write, a reader sees the old bytes or the new ones, whole. */
export interface LayerStore {
  /** The bytes as they were written; null where there are none; a failure where they are damaged. */
  read(name: LayerName): Promise<Result<Uint8Array | null>>;
  write(name: LayerName, bytes: Uint8Array): Promise<Result<null>>;
  remove(name: LayerName): Promise<Result<null>>;
}

import { readFileSync } from 'node:fs';
import type { IndexReader } from '../../shared/databaseFile';

/** The search index's file beside a catalogue's: `catalog.sqlite` has `catalog-search.bin`. */
export function indexPath(catalogue: string): string {
  return `${catalogue.replace(/\.sqlite$/, '')}-search.bin`;
}

/** Reads the index beside a catalogue when it is asked for. */
export function indexBeside(catalogue: string): IndexReader {
  return () => {
    try {
      return readFileSync(indexPath(catalogue));
    } catch {
      return null;
    }
  };
}

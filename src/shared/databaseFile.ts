/**
 * What a database is opened from: its bytes, or an object that reads them where they are asked for. SQLite's file system (in sql.js) wants
 * no more of a file's content than this, so a large file need not be in memory.
 */
export interface DatabaseFile {
  /** Where it lies, for sentences. */
  readonly path?: string;
  readonly length: number;
  /** The bytes from `start` to `end`; they hold until the next call. */
  subarray(start: number, end: number): Uint8Array;
  /** What SQLite keeps of it: a copy of bytes, or the object itself. */
  slice(start: number, end: number): DatabaseFile;
  /** Called once, when nothing is read any more. */
  readonly close?: () => void;
}

/** Reads the search index of a catalogue when it is first needed; null where there is none. */
export type IndexReader = () => Uint8Array | null;

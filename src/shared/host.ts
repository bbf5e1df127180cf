/**
 * What the core needs of the outside. Implemented in `platform/{node,web,vscode}` and passed in at the top:
 * nothing below asks which host it runs in.
 */
import type { Message } from './message';
import type { Result } from './result';

/** Writes to the log; the host decides where that is. */
export interface Logger {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** Tells long work to stop. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** What stands at a path. */
export type PathKind = 'file' | 'folder' | 'nothing';

/** The files of one workspace folder. Paths are relative to it, `/`-separated, and never leave it. */
export interface Files {
  /** All files to look at: git's tracked and unignored ones in a work tree, else all; unreadable folders reported. */
  list(cancellation: Cancellation): Promise<FileList>;
  /** The bytes of a file, or why not (missing, unreadable, over `maxBytes`). */
  read(path: string, maxBytes?: number): Promise<Result<Uint8Array>>;
  kind(path: string): Promise<PathKind>;
  /** Names in a folder, sorted; empty when there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** The same without waiting, where the host can and may (a thread that has nothing else to do). */
  readonly now?: FilesNow;
}

/** Files that are read at once. */
export interface FilesNow {
  read(path: string, maxBytes?: number): Result<Uint8Array>;
  kind(path: string): PathKind;
  names(folder: string): readonly string[];
  /** Null when there is no file. */
  stamp(path: string): FileStamp | null;
}

/** What tells without reading that a file is as it was. */
export interface FileStamp {
  /** Size and times: they change with the content. */
  readonly text: string;
  /** When it was changed last, in ms. */
  readonly changed: number;
}

/** A listing of a folder. */
export interface FileList {
  /** Sorted paths. */
  readonly files: readonly string[];
  /** What could not be listed, and why. */
  readonly skipped: readonly SkippedFile[];
}

/** A file that is not part of the result, and the reason. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: Message;
}

/** A key-value store that survives the session; a lost entry costs time, never correctness. */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

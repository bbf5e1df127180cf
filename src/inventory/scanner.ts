import type { SourceDocument } from '../analyzer/source';
import type { FileFacts } from '../analyzer/usage';
import type { Disposable } from '../shared/disposable';
import type { Cancellation, FileStamp } from '../shared/host';
import type { Message } from '../shared/message';

/** What came of one file. */
export interface ScannedFile {
  readonly file: string;
  /** Null when nothing can make the file hold a usage but a change of its own, or when it could not be read. */
  readonly facts: FileFacts | null;
  /** Why it could not be read, else null. */
  readonly skipped: Message | null;
  /** What the file was when it was read, where the scanner notes it. */
  readonly seen?: ReadFile;
}

/** What a file was when it was read. */
export interface ReadFile {
  readonly stamp: FileStamp;
  /** Of its content. */
  readonly digest: string;
}

/**
 * Analyses the files of one folder. In one thread (`InlineScanner`) or in several (`platform/node`): who asks
 * need not know.
 */
export interface Scanner extends Disposable {
  /** Analyses files as they are stored. `onFile` hears of each path once, in any order, until cancelled. */
  scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
  ): Promise<void>;
  /** Analyses the text of an open document, which may differ from what is stored: soon, if little changed since it did last. */
  analyze(document: SourceDocument): Promise<FileFacts>;
  /** Forgets what is known of a path, because it changed. */
  forget(path: string): void;
}

/** Turns bytes into text. `problem` says what was odd (not UTF-8, so read as Latin-1); the text is then still whole. */
export type Decode = (bytes: Uint8Array) => { readonly text: string; readonly problem: Message | null };

import type { SourceDocument } from '../../analyzer/source';
import type { FileFacts } from '../../analyzer/usage';
import type { ScannedFile } from '../../inventory/scanner';

/** What a folder's thread is started with. */
export interface FolderSetup {
  /** The folder of the bundles. */
  readonly dist: string;
  /** The folder that is scanned. */
  readonly root: string;
  /** Where facts are kept between sessions. */
  readonly cacheFolder: string;
  /** How many scan workers at the most, at least 1. */
  readonly jobs: number;
}

/** `scan` and `analyze` are answered under their number; `more` and `cancel` are about the scan of that number. */
export type FolderQuestion =
  | { readonly kind: 'scan'; readonly number: number; readonly paths: readonly string[] }
  | { readonly kind: 'more' | 'cancel'; readonly number: number }
  | { readonly kind: 'analyze'; readonly number: number; readonly document: SourceDocument }
  | { readonly kind: 'forget'; readonly path: string };

/** A scan is answered by portions of files, each but the first once `more` was asked for, and then by `done`. */
export type FolderAnswer =
  | { readonly kind: 'files'; readonly number: number; readonly files: readonly ScannedFile[] }
  | { readonly kind: 'done'; readonly number: number }
  | { readonly kind: 'facts'; readonly number: number; readonly facts: FileFacts }
  | { readonly kind: 'failed'; readonly number: number; readonly error: string };

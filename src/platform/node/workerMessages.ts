import type { SourceDocument } from '../../analyzer/source';
import type { FileFacts } from '../../analyzer/usage';
import type { ScannedFile } from '../../inventory/scanner';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly dist: string;
  readonly root: string;
  /** Whether what files were when they were read is noted: facts will be kept. */
  readonly notes: boolean;
}

/** What a worker is asked. Every question but `forget` has one answer with the same number. */
export type WorkerQuestion =
  | { readonly kind: 'scan'; readonly number: number; readonly paths: readonly string[] }
  | { readonly kind: 'analyze'; readonly number: number; readonly document: SourceDocument }
  | { readonly kind: 'forget'; readonly path: string };

/** What a worker answers. */
export type WorkerAnswer =
  | { readonly kind: 'scan'; readonly number: number; readonly files: readonly ScannedFile[] }
  | { readonly kind: 'analyze'; readonly number: number; readonly facts: FileFacts }
  | { readonly kind: 'failed'; readonly number: number; readonly error: string };

/** A source text as the analyzer takes it: decoded, cut into cells, its language known. */

export type Language =
  | 'python'
  | 'javascript'
  | 'typescript'
  | 'tsx'
  | 'config'
  | 'shell'
  | 'dockerfile'
  | 'makefile'
  | 'requirements';

/** One piece of text with positions of its own, as it is written: magics are there. A plain file is one cell whose index is null. */
export interface SourceCell {
  readonly cell: number | null;
  readonly text: string;
}

/** A file, or an open document, ready to analyse. */
export interface SourceDocument {
  /** Path relative to the workspace folder, `/`-separated. */
  readonly path: string;
  readonly language: Language;
  /** Code cells only; `cell` keeps the index over all cells of the notebook. */
  readonly cells: readonly SourceCell[];
}

/**
 * What the analyzer may ask about the rest of the folder. Answers come from what is loaded; `'pending'` means the
 * host does not know yet: it loads what was asked and analyses again.
 */
export interface WorkspaceView {
  /** The decoded text of a Python file of the folder, or null when there is none. */
  source(path: string): string | null | 'pending';
  /** The decoded text of a YAML/JSON/TOML file of the folder, or null when there is none. */
  config(path: string): string | null | 'pending';
  /** What stands at a path of the folder. A folder counts as `model` when it holds model files (`config.json`, weights). */
  path(path: string): 'file' | 'folder' | 'model' | 'nothing' | 'pending';
}

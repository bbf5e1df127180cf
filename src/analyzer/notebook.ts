import { message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import type { SourceCell, SourceDocument } from './source';

/** The parts of a notebook file that matter here; everything may be missing in a broken one. */
interface NotebookFile {
  readonly cells?: unknown;
  /** nbformat 3 and older. */
  readonly worksheets?: unknown;
  readonly metadata?: {
    readonly kernelspec?: { readonly language?: unknown };
    readonly language_info?: { readonly name?: unknown };
  };
}

/** Reads the code cells of an `.ipynb` file; a notebook of another language has none. */
export function readNotebook(path: string, text: string): Result<SourceDocument> {
  const notebook = parse(text);
  if (!notebook) return failure(message('not a notebook: the file is not JSON with cells'));
  const cells = isPython(notebook) ? cellsOf(notebook).flatMap(codeCell) : [];
  return ok({ path, language: 'python', cells });
}

function parse(text: string): NotebookFile | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) && ('cells' in value || 'worksheets' in value) ? value : null;
  } catch {
    return null;
  }
}

function isPython({ metadata }: NotebookFile): boolean {
  const language = metadata?.language_info?.name ?? metadata?.kernelspec?.language;
  return typeof language !== 'string' || /python/i.test(language);
}

function cellsOf({ cells, worksheets }: NotebookFile): readonly unknown[] {
  if (Array.isArray(cells)) return cells;
  if (!Array.isArray(worksheets)) return [];
  return worksheets.flatMap((sheet: unknown) =>
    isObject(sheet) && Array.isArray(sheet['cells']) ? sheet['cells'] : [],
  );
}

function codeCell(cell: unknown, index: number): SourceCell[] {
  if (!isObject(cell) || cell['cell_type'] !== 'code') return [];
  const source = cell['source'] ?? cell['input'];
  const text = Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : source;
  return typeof text === 'string' ? [{ cell: index, text }] : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

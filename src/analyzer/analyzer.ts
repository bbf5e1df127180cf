import type { Parser } from 'web-tree-sitter';
import type { Disposable } from '../shared/disposable';
import { type AnalyzerAssets, loadParser, startRuntime } from './grammar';
import { PythonAnalyzer } from './python/analyzer';
import type { SourceDocument, WorkspaceView } from './source';
import type { FileFacts } from './usage';

/** A change of a cell's text: the characters from `start` to `end` (offsets in the cell before the change) became `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An open document: keeps its tree between edits, so that a keystroke costs what it changed. */
export interface OpenDocument extends Disposable {
  /** Applies changes to a cell (null in a plain file), one after the other, each in terms of the text before it. */
  edit(cell: number | null, changes: readonly TextChange[]): void;
  /** The facts of the text as it is now. */
  facts(workspace: WorkspaceView): FileFacts;
}

/** Source text -> usages. Pure and synchronous once made. */
export interface Analyzer extends Disposable {
  analyze(document: SourceDocument, workspace: WorkspaceView): FileFacts;
  openDocument(document: SourceDocument): OpenDocument;
}

/** Loads the grammars and makes an analyzer of every language that has one. */
export async function createAnalyzer(assets: AnalyzerAssets): Promise<Analyzer> {
  await startRuntime(assets.runtime);
  const python = await loadParser(assets.grammars.python);
  return new LanguageAnalyzer(python);
}

/** Hands each document to the analyzer of its language. */
class LanguageAnalyzer implements Analyzer {
  private readonly python: PythonAnalyzer;

  constructor(private readonly pythonParser: Parser) {
    this.python = new PythonAnalyzer(pythonParser);
  }

  analyze(document: SourceDocument, workspace: WorkspaceView): FileFacts {
    return this.python.analyze(document, workspace);
  }

  openDocument(document: SourceDocument): OpenDocument {
    return this.python.openDocument(document);
  }

  dispose(): void {
    this.pythonParser.delete();
  }
}

import type { Parser } from 'web-tree-sitter';
import type { Disposable } from '../shared/disposable';
import { type AnalyzerAssets, loadParser, startRuntime } from './grammar';
import { analyzeText } from './languages/analyze';
import { ScriptAnalyzer, type ScriptLanguage } from './languages/javascript/analyzer';
import { ReanalysedDocument } from './languages/reanalysed';
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
  /** The same for a document that the prefilter found to be a borrower, which is told sooner. */
  analyzeBorrower(document: SourceDocument, workspace: WorkspaceView): FileFacts;
  openDocument(document: SourceDocument): OpenDocument;
}

/** Loads the grammars and makes an analyzer of every language that has one. */
export async function createAnalyzer(assets: AnalyzerAssets): Promise<Analyzer> {
  await startRuntime(assets.runtime);
  const { python, ...scripts } = assets.grammars;
  const parsers: Partial<Record<ScriptLanguage, Parser>> = {};
  for (const [name, grammar] of Object.entries(scripts)) {
    parsers[name as ScriptLanguage] = await loadParser(grammar);
  }
  return new LanguageAnalyzer(await loadParser(python), parsers);
}

/** Hands each document to the analyzer of its language. */
class LanguageAnalyzer implements Analyzer {
  private readonly python: PythonAnalyzer;
  private readonly scripts: ScriptAnalyzer;

  constructor(
    private readonly pythonParser: Parser,
    private readonly scriptParsers: Partial<Record<ScriptLanguage, Parser>>,
  ) {
    this.python = new PythonAnalyzer(pythonParser);
    this.scripts = new ScriptAnalyzer(scriptParsers);
  }

  analyze(document: SourceDocument, workspace: WorkspaceView): FileFacts {
    switch (document.language) {
      case 'python':
        return this.python.analyze(document, workspace);
      case 'javascript':
      case 'typescript':
      case 'tsx':
        return this.scripts.analyze(document, workspace);
      case 'config':
      case 'shell':
      case 'dockerfile':
      case 'makefile':
      case 'requirements':
        return analyzeText(document, workspace);
    }
  }

  analyzeBorrower(document: SourceDocument, workspace: WorkspaceView): FileFacts {
    return this.python.analyzeBorrower(document, workspace);
  }

  openDocument(document: SourceDocument): OpenDocument {
    if (document.language === 'python') return this.python.openDocument(document);
    return new ReanalysedDocument(document, (current, workspace) => this.analyze(current, workspace));
  }

  dispose(): void {
    this.pythonParser.delete();
    for (const parser of Object.values(this.scriptParsers)) parser.delete();
  }
}

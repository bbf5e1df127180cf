import { type NotebookDocument, NotebookCellKind, type TextDocument, type Uri, workspace } from 'vscode';
import { languageOf, readDocument } from '../analyzer/document';
import type { Language, SourceDocument } from '../analyzer/source';

/** What is analysed as one: a text document, or a notebook with all its cells. */
export interface OpenSource {
  readonly uri: Uri;
  /** Changes with every edit. */
  readonly stamp: string;
  readonly dirty: boolean;
  /** The text as the analyzer takes it, or null when it is no source that can hold a usage. */
  read(path: string): SourceDocument | null;
}

/** VS Code's names of the analyzer's languages. */
const editorLanguages: Readonly<Record<Language, readonly string[]>> = {
  python: ['python'],
  javascript: ['javascript', 'javascriptreact'],
  typescript: ['typescript'],
  tsx: ['typescriptreact'],
  config: ['yaml', 'json', 'jsonc', 'toml'],
  shell: ['shellscript'],
  dockerfile: ['dockerfile'],
  makefile: ['makefile'],
  requirements: ['pip-requirements'],
};

/** The documents that hovers, fixes and live updates may be for; `sourceOf` says of each whether they are. */
export const selector = Object.values(editorLanguages)
  .flat()
  .map((language) => ({ language }));

/** The source that a text document is (a part of), or null when it is none of ours. */
export function sourceOf(document: TextDocument): OpenSource | null {
  const notebook = notebookOf(document);
  if (notebook) return document.languageId === 'python' ? notebookSource(notebook) : null;
  return languageOfDocument(document) === null ? null : textSource(document);
}

/** The index of a cell's document over all cells of its notebook; null for a plain document. */
export function cellIndexOf(document: TextDocument): number | null {
  const cell = notebookOf(document)
    ?.getCells()
    .find((each) => each.document === document);
  return cell?.index ?? null;
}

function notebookOf(document: TextDocument): NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** The path tells; where it does not (untitled documents, scripts without an extension), the editor's word for Python counts. */
function languageOfDocument({ uri, languageId }: TextDocument): Language | null {
  return languageOf(uri.path) ?? (editorLanguages.python.includes(languageId) ? 'python' : null);
}

function textSource(document: TextDocument): OpenSource {
  return {
    uri: document.uri,
    stamp: String(document.version),
    dirty: document.isDirty || document.isUntitled,
    read: (path) => readText(document, path),
  };
}

function readText(document: TextDocument, path: string): SourceDocument | null {
  if (languageOf(path) !== null) {
    const read = readDocument(path, document.getText());
    return read.ok ? read.value : null;
  }
  const language = languageOfDocument(document);
  return language ? { path, language, cells: [{ cell: null, text: document.getText() }] } : null;
}

/** A notebook that is open. */
export function notebookSource(notebook: NotebookDocument): OpenSource {
  const cells = notebook.getCells();
  return {
    uri: notebook.uri,
    stamp: `${notebook.version} ${cells.map(({ document }) => document.version).join()}`,
    dirty: notebook.isDirty || notebook.isUntitled,
    read: (path) => ({
      path,
      language: 'python',
      cells: cells
        .filter(({ kind, document }) => kind === NotebookCellKind.Code && document.languageId === 'python')
        .map(({ index, document }) => ({ cell: index, text: document.getText() })),
    }),
  };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer/analyzer';
import { readDocument } from '../../../src/analyzer/document';
import type { WorkspaceView } from '../../../src/analyzer/source';
import type { FileFacts, Usage } from '../../../src/analyzer/usage';

const require = createRequire(import.meta.url);

/** An analyzer with the Python grammar alone. */
export function pythonAnalyzer(): Promise<Analyzer> {
  const runtime = readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
  const python = readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'));
  return createAnalyzer({ runtime, grammars: { python } });
}

/** A workspace that holds these files and nothing else. */
export function workspaceOf(files: Readonly<Record<string, string>> = {}): WorkspaceView {
  const text = (path: string) => files[path] ?? null;
  const isFolder = (path: string) => Object.keys(files).some((file) => file.startsWith(`${path}/`));
  return {
    source: text,
    config: text,
    path: (path) =>
      path in files
        ? 'file'
        : `${path}/config.json` in files
          ? 'model'
          : isFolder(path)
            ? 'folder'
            : 'nothing',
  };
}

/** The facts of one file of such a workspace. */
export function factsOf(
  analyzer: Analyzer,
  text: string,
  files: Readonly<Record<string, string>> = {},
  path = 'main.py',
): FileFacts {
  const document = readDocument(path, text);
  if (!document.ok) throw new Error(document.error.text);
  return analyzer.analyze(document.value, workspaceOf({ ...files, [path]: text }));
}

/** What a usage says in short: its ids, or `unresolved`, or the implicit model in brackets. */
export function said(usage: Usage): string {
  if (usage.implicitModel !== null) return `(${usage.implicitModel})`;
  return usage.written.length > 0 ? usage.written.map(({ text }) => text).join(' | ') : usage.resolution;
}

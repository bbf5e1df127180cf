/** Analyses JavaScript and TypeScript, and says what was found in short lines. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadParser, startRuntime } from '../../../src/analyzer/grammar';
import { ScriptAnalyzer } from '../../../src/analyzer/languages/javascript/analyzer';
import type { WorkspaceView } from '../../../src/analyzer/source';
import type { FileFacts, Usage } from '../../../src/analyzer/usage';
import { between } from './analyse';

const require = createRequire(import.meta.url);
const bytes = (file: string) => readFileSync(require.resolve(file));

export async function scriptAnalyzer(): Promise<ScriptAnalyzer> {
  await startRuntime(bytes('web-tree-sitter/web-tree-sitter.wasm'));
  return new ScriptAnalyzer({
    javascript: await loadParser(bytes('tree-sitter-javascript/tree-sitter-javascript.wasm')),
    typescript: await loadParser(bytes('tree-sitter-typescript/tree-sitter-typescript.wasm')),
    tsx: await loadParser(bytes('tree-sitter-typescript/tree-sitter-tsx.wasm')),
  });
}

/** Other files of the folder, by path. */
export type Files = Readonly<Record<string, string>>;

export function scriptFacts(
  analyzer: ScriptAnalyzer,
  text: string,
  path = 'main.js',
  files: Files = {},
): FileFacts {
  const workspace: WorkspaceView = {
    source: (asked) => files[asked] ?? null,
    config: () => null,
    path: () => 'nothing',
  };
  const language = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'typescript' : 'javascript';
  return analyzer.analyze({ path, language, cells: [{ cell: null, text }] }, workspace);
}

/** `loader part: id, id` of a usage; the place of every id in the file must hold its own characters. */
export function describeUsage(usage: Usage, text: string, path = 'main.js'): string {
  for (const { text: id, place } of usage.written) {
    if (place?.file === path && between(text, place.range) !== id) throw new Error(`wrong place of ${id}`);
  }
  const ids = usage.written.map((id) => id.text).join(', ');
  const said = usage.implicitModel === null ? usage.resolution : `implicit ${usage.implicitModel}`;
  const part = usage.part === 'weights' ? '' : ` ${usage.part}`;
  return `${usage.loader.replace(/^@[\w-]+\/[\w-]+\./, '')}${part}: ${ids === '' ? said : ids}`;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analyzer, createAnalyzer } from '../../analyzer/analyzer';
import { grammarFiles } from '../grammarFiles';

/** Loads the parser's runtime and grammars from the folder of the bundles. */
export async function loadAnalyzer(dist: string): Promise<Analyzer> {
  const runtime = await readFile(join(dist, 'web-tree-sitter.wasm'));
  const grammar = (name: keyof typeof grammarFiles) => readFile(join(dist, grammarFiles[name]));
  const python = await grammar('python');
  const javascript = await grammar('javascript');
  const typescript = await grammar('typescript');
  const tsx = await grammar('tsx');
  return createAnalyzer({ runtime, grammars: { python, javascript, typescript, tsx } });
}

/** Runs the analyzer over the corpus through its public interface. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Analyzer, createAnalyzer } from '../../src/analyzer/analyzer';
import { readDocument } from '../../src/analyzer/document';
import { english } from '../../src/shared/message';
import type { CorpusCase } from './cases';
import { compare, noTally, type Tally } from './compare';
import { textsOf } from './texts';
import { workspaceOf } from './workspace';

const require = createRequire(import.meta.url);

/** Where the grammars of each language may lie; one that is not installed is left out. */
const grammarFiles = {
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
} as const;

/** An analyzer with every grammar that is installed. */
export async function loadCorpusAnalyzer(): Promise<Analyzer> {
  const runtime = await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
  const grammars: Partial<Record<keyof typeof grammarFiles, Uint8Array>> = {};
  for (const [name, file] of Object.entries(grammarFiles) as [keyof typeof grammarFiles, string][]) {
    const path = resolve(file);
    if (path !== null) grammars[name] = await readFile(path);
  }
  if (!grammars.python) throw new Error('the Python grammar is not installed');
  return createAnalyzer({ runtime, grammars: { ...grammars, python: grammars.python } });
}

function resolve(file: string): string | null {
  try {
    const path = require.resolve(file);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** What came of one case. */
export interface CaseResult {
  readonly name: string;
  readonly shape: string;
  readonly tally: Tally;
  readonly differences: readonly string[];
}

/** Analyses the files of a case that expect something, and compares. A throwing analyzer is a difference, not the end. */
export function runCase(analyzer: Analyzer, corpusCase: CorpusCase): CaseResult {
  const tally = noTally();
  const differences: string[] = [];
  const texts = textsOf(corpusCase);
  const workspace = workspaceOf(corpusCase.files);
  for (const [file, expectation] of corpusCase.expectations) {
    const document = readDocument(file, corpusCase.files.get(file) ?? '');
    if (!document.ok) {
      // A file that is not looked at reports nothing, which is what a negative asks for.
      const lost = expectation.usages.filter(({ optional }) => !optional).length;
      tally.missed += lost;
      if (lost > 0) differences.push(`${file} was not read: ${english(document.error)}`);
      continue;
    }
    try {
      const result = compare(analyzer.analyze(document.value, workspace), expectation, file, texts);
      addTally(tally, result.tally);
      differences.push(...result.differences);
    } catch (error) {
      tally.missed += expectation.usages.length;
      differences.push(`${file}: the analyzer failed: ${String(error)}`);
    }
  }
  return { name: corpusCase.name, shape: corpusCase.shape, tally, differences };
}

/** Adds `more` to `sum`. */
export function addTally(sum: Tally, more: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key];
}

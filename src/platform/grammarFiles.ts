import type { GrammarName } from '../analyzer/grammar';

/** Names of the grammars' files that the build puts beside the bundles. */
export const grammarFiles = {
  python: 'tree-sitter-python.wasm',
  javascript: 'tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-tsx.wasm',
} as const satisfies Record<GrammarName, string>;

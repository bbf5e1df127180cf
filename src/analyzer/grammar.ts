/** The one file that loads WASM: the parser's runtime and the grammars. */
import { Language as Grammar, Parser } from 'web-tree-sitter';

/** Which grammars there are. A key more here, and in `AnalyzerAssets`, is a language more. */
export type GrammarName = 'python' | 'javascript' | 'typescript' | 'tsx';

/** Bytes of the runtime and of each grammar; the host knows where they lie. */
export interface AnalyzerAssets {
  readonly runtime: Uint8Array;
  readonly grammars: { readonly python: Uint8Array } & Partial<Readonly<Record<GrammarName, Uint8Array>>>;
}

/** Starts the runtime. Asking again is cheap. */
export async function startRuntime(runtime: Uint8Array): Promise<void> {
  await Parser.init({ wasmBinary: runtime.slice().buffer });
}

/** Loads one grammar into a parser of its own, which its owner deletes. */
export async function loadParser(grammar: Uint8Array): Promise<Parser> {
  const parser = new Parser();
  parser.setLanguage(await Grammar.load(grammar));
  return parser;
}

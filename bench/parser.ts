/**
 * `npm run bench:parser -- DIR [n]`: our Python parser against tree-sitter, on every n-th Python file below DIR. Prints how
 * many files were compared, how many gave other nodes, how many our parser left to tree-sitter, and the processor time of
 * both. The differences that are known are tree-sitter's mistakes: it takes `[*a.b()]` for a call of `*a.b`. The nodes are compared as the unit test does: all but where comments end a node.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadParser, startRuntime } from '../src/analyzer/grammar';
import { parsePython } from '../src/analyzer/python/parser/parse';
import { emptySyntax, readSyntax, type Syntax } from '../src/analyzer/syntax';
import { withTree } from '../src/analyzer/trees';
import { decodeSource } from '../src/platform/decode';
import { assertSame } from '../test/sameSyntax';

const { resolve } = createRequire(import.meta.url);
const [root = '.', step = '1'] = process.argv.slice(2);

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

async function main(): Promise<void> {
  await startRuntime(readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')));
  const parser = await loadParser(readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')));
  const byTreeSitter = (text: string): Syntax => {
    const syntax = emptySyntax();
    withTree(parser, text, (tree) => readSyntax(tree, 0, syntax));
    return syntax;
  };
  const counts = { compared: 0, different: 0, fallenBack: 0, ownMs: 0, treeSitterMs: 0 };
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.py'),
  );
  for (const file of files.filter((_, index) => index % Number(step) === 0)) {
    const { text } = decodeSource(readFileSync(join(root, file)));
    const own = timed(() => parsePython(text, 0));
    if (!own.value) {
      counts.fallenBack++;
      continue;
    }
    const judge = timed(() => byTreeSitter(text));
    counts.compared++;
    counts.ownMs += own.ms;
    counts.treeSitterMs += judge.ms;
    try {
      assertSame(judge.value.root, own.value.root, text);
    } catch (error) {
      counts.different++;
      console.log(`${file}: ${String(error).split('\n')[0] ?? ''}`);
    }
  }
  console.log(
    JSON.stringify(counts, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value)),
  );
}

void main();

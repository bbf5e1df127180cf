/**
 * `npm run bench:keystroke -- [FILE…]`: keys typed into files of about 5,000 lines, at places all over them, and an id
 * changed letter by letter: milliseconds from a key to the new usages (p50, p99), beside a full parse and analysis of the
 * same text, in turns in one run. Without files: one made of 250 functions that load two models each. One JSON line a file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { type Analyzer, createAnalyzer, type TextChange } from '../src/analyzer/analyzer';
import type { SourceDocument, WorkspaceView } from '../src/analyzer/source';

/** A line is typed key by key, quotes closed as editors do, then its id is changed, then it is taken back. */
const typedLine = 'checkpoint = "org/some-model"';
const keystrokes = 300;
const warmUp = 60;
const comparedEvery = 20;
const nothing: WorkspaceView = { source: () => null, config: () => null, path: () => 'nothing' };
const { resolve } = createRequire(__filename);

/** Made up, but of usual shape: imports, then functions of 19 lines. */
function generated(): string {
  const functions = Array.from(
    { length: 250 },
    (_, index) => `
def load_${String(index)}(name="org/model-${String(index)}", revision=None):
    """Loads model number ${String(index)}."""
    config = {"hidden": ${String(index)}, "layers": 12}
    for layer in range(config["layers"]):
        value = layer * config["hidden"]
        if value % 2 == 0:
            print("even", value)
        else:
            print("odd", value)
    tokenizer = AutoTokenizer.from_pretrained(name)
    model = AutoModel.from_pretrained("org/other-${String(index)}")
    scores = []
    for start in range(10):
        scores.append(torch.zeros(start))
    result = sum(scores)
    print(result, tokenizer, model)
    return model, tokenizer

`,
  );
  return `import torch\nfrom transformers import AutoModel, AutoTokenizer\n\n${functions.join('')}`;
}

/** The keys in their order: each line is typed at another line of code, within its block. */
function* keys(text: string): Generator<TextChange> {
  const places = [...text.matchAll(/^[ \t]*(?=(?:\w+ = |return\b|for ).*$)/gm)].map((match) => match.index);
  for (let line = 0; ; line++) {
    const at = places[(line * 37) % places.length] ?? 0;
    const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
    yield { start: at, end: at, text: `${indent}\n` };
    const from = at + indent.length;
    for (let typed = 0; typed < typedLine.length; typed++) {
      const key = typedLine.charAt(typed);
      const closes = key === '"' && typed === typedLine.length - 1;
      // An editor closes a quote when it is opened, and types over the closing one.
      if (!closes) yield { start: from + typed, end: from + typed, text: key === '"' ? '""' : key };
    }
    yield { start: from + typedLine.length - 3, end: from + typedLine.length - 1, text: 'le' };
    yield { start: at, end: from + typedLine.length + 1, text: '' };
  }
}

function timed<T>(work: () => T, into: number[]): T {
  const start = performance.now();
  const value = work();
  into.push(performance.now() - start);
  return value;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN) * 100) / 100;
}

function measure(analyzer: Analyzer, name: string, original: string): Record<string, unknown> {
  let text = original;
  const document = (): SourceDocument => ({
    path: 'open.py',
    language: 'python',
    cells: [{ cell: null, text }],
  });
  const open = analyzer.openDocument(document());
  const usages = open.facts(nothing).usages.length;
  const toUsages: number[] = [];
  const whole: number[] = [];
  let number = 0;
  for (const key of keys(text)) {
    if (++number > keystrokes + warmUp) break;
    if (number === warmUp) toUsages.length = whole.length = 0;
    text = text.slice(0, key.start) + key.text + text.slice(key.end);
    const facts = timed(() => {
      open.edit(null, [key]);
      return open.facts(nothing);
    }, toUsages);
    if (number % comparedEvery > 0) continue;
    // Another path: what is parsed of this one is kept, and a peer that has nothing to parse would be none.
    const other = { ...document(), path: `whole${String(number)}.py` };
    const expected = timed(() => analyzer.analyze(other, nothing), whole);
    if (JSON.stringify(expected.usages).replaceAll(other.path, 'open.py') !== JSON.stringify(facts.usages))
      throw new Error(`${name}: not the usages of the text`);
  }
  open.dispose();
  return {
    file: name,
    lines: original.split('\n').length,
    characters: original.length,
    usages,
    keys: toUsages.length,
    toUsages: { p50: quantile(toUsages, 0.5), p99: quantile(toUsages, 0.99) },
    wholeAnalysis: { p50: quantile(whole, 0.5) },
  };
}

async function main(files: readonly string[]): Promise<void> {
  const analyzer = await createAnalyzer({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammars: { python: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')) },
  });
  const texts = files.map((file): [string, string] => [basename(file), readFileSync(file, 'utf8')]);
  const measured = texts.length > 0 ? texts : [['generated', generated()] as [string, string]];
  for (const [name, text] of measured)
    process.stdout.write(`${JSON.stringify(measure(analyzer, name, text))}\n`);
  analyzer.dispose();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

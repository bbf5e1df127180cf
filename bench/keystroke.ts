/**
 * `npm run bench:keystroke -- [FILE…]`: keys typed into files of about 5,000 lines, at places all over them: milliseconds from
 * a key to the new usages (p50 and p99, on the clock and of the processor), for each kind of edit, beside tree-sitter's own
 * incremental parse of the same edits and whole analyses of some of the texts, in turns in one run. What is said after an
 * edit is held against the whole analysis. Without files: one made of 250 functions that load two models each. One JSON
 * line a file and kind. It is bundled first, as the extension is.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { type Analyzer, createAnalyzer, type TextChange } from '../src/analyzer/analyzer';
import type { SourceDocument, WorkspaceView } from '../src/analyzer/source';
import { generated, kinds } from './keys';

const keystrokes = 100;
const warmUp = 50;
const comparedEvery = 25;
const nothing: WorkspaceView = { source: () => null, config: () => null, path: () => 'nothing' };
const { resolve } = createRequire(__filename);
const runtime = readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm'));
const grammar = readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm'));

/** Times of one kind of work, in milliseconds: on the clock, and of the processor. */
class Stopwatch {
  private readonly times: number[] = [];
  private readonly cpu: number[] = [];

  time<T>(work: () => T): T {
    const before = process.cpuUsage();
    const start = performance.now();
    const value = work();
    this.times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    this.cpu.push((user + system) / 1000);
    return value;
  }

  clear(): void {
    this.times.length = this.cpu.length = 0;
  }

  report(): { wall: Quantiles; cpu: Quantiles } {
    return { wall: quantiles(this.times), cpu: quantiles(this.cpu) };
  }
}

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => rounded(sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN);
  return { p50: at(0.5), p99: at(0.99) };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Tree-sitter alone, told of each edit. */
class Peer {
  private tree: Tree | null;

  constructor(
    private readonly parser: Parser,
    text: string,
  ) {
    this.tree = parser.parse(text);
  }

  edit(before: string, { start, end, text }: TextChange, after: string): void {
    const at = (whole: string, offset: number) => {
      const head = whole.slice(0, offset).split('\n');
      return { row: head.length - 1, column: head.at(-1)?.length ?? 0 };
    };
    const old = this.tree;
    const made = new Edit({
      startIndex: start,
      oldEndIndex: end,
      newEndIndex: start + text.length,
      startPosition: at(before, start),
      oldEndPosition: at(before, end),
      newEndPosition: at(after, start + text.length),
    });
    old?.edit(made);
    this.reparsed = () => {
      this.tree = this.parser.parse(after, old);
      old?.delete();
    };
  }

  reparsed: () => void = () => undefined;

  dispose(): void {
    this.tree?.delete();
  }
}

function measure(
  analyzer: Analyzer,
  parser: Parser,
  name: string,
  original: string,
  kind: string,
  keys: Iterable<TextChange>,
): Record<string, unknown> {
  let text = original;
  const document = (): SourceDocument => ({
    path: 'open.py',
    language: 'python',
    cells: [{ cell: null, text }],
  });
  const open = analyzer.openDocument(document());
  const peer = new Peer(parser, text);
  const usages = open.facts(nothing).usages.length;
  const [toUsages, treeSitter, whole] = [new Stopwatch(), new Stopwatch(), new Stopwatch()];
  let number = 0;
  for (const key of keys) {
    if (++number > keystrokes + warmUp) break;
    if (number === warmUp) for (const each of [toUsages, treeSitter, whole]) each.clear();
    const after = text.slice(0, key.start) + key.text + text.slice(key.end);
    peer.edit(text, key, after);
    treeSitter.time(peer.reparsed);
    text = after;
    const facts = toUsages.time(() => {
      open.edit(null, [key]);
      return open.facts(nothing);
    });
    if (number % comparedEvery > 0) continue;
    // Another path: what is parsed of this one is kept, and a peer that has nothing to parse would be none.
    const other = { ...document(), path: `${kind}${String(number)}.py` };
    const expected = whole.time(() => analyzer.analyze(other, nothing));
    if (JSON.stringify(expected.usages).replaceAll(other.path, 'open.py') !== JSON.stringify(facts.usages))
      throw new Error(`${name}, ${kind}: not the usages of the text`);
  }
  open.dispose();
  peer.dispose();
  const [ours, parse, all] = [toUsages.report(), treeSitter.report(), whole.report()];
  return {
    file: name,
    lines: original.split('\n').length,
    usages,
    kind,
    toUsages: ours,
    treeSitter: parse.cpu,
    wholeAnalysis: all.cpu,
    ofTreeSitter: rounded(ours.cpu.p50 / parse.cpu.p50),
    ofWhole: rounded(ours.cpu.p50 / all.cpu.p50),
  };
}

async function main(files: readonly string[]): Promise<void> {
  const analyzer = await createAnalyzer({ runtime, grammars: { python: grammar } });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  const texts = files.map((file): [string, string] => [basename(file), readFileSync(file, 'utf8')]);
  const measured = texts.length > 0 ? texts : [['generated', generated()] as [string, string]];
  for (const [name, text] of measured)
    for (const [kind, keys] of Object.entries(kinds))
      process.stdout.write(`${JSON.stringify(measure(analyzer, parser, name, text, kind, keys(text)))}\n`);
  parser.delete();
  analyzer.dispose();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

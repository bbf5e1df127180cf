/**
 * `npm run bench:keystroke -- [DIR…]`: keys typed into a file of 5,000 lines, made of whole files of real code found below the
 * folders (or of `examples`), at places all over it: milliseconds from a key to the new usages, beside a full analysis of
 * the same text and beside the parser's bare incremental parse of the same key, in turns in one run. One JSON line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { createAnalyzer } from '../src/analyzer/analyzer';
import { editBetween } from '../src/analyzer/edits';
import type { SourceDocument, WorkspaceView } from '../src/analyzer/source';

const lines = 5_000;
/** A line is typed key by key, quotes closed as editors do, and taken back. */
const typedLine = 'checkpoint = "org/some-model"';
const keystrokes = 200;
const warmUp = 100;
const nothing: WorkspaceView = { source: () => null, config: () => null, path: () => 'nothing' };
const { resolve } = createRequire(__filename);
const runtime = readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm'));
const grammar = readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm'));

/** Files of real code that load models, in the order of their names, until the lines are full. */
function realCode(folders: readonly string[]): string {
  const texts: string[] = [];
  let count = 0;
  for (const path of folders.flatMap((folder) => pythonFiles(folder))) {
    const text = readFileSync(path, 'utf8').trimEnd();
    const length = text.split('\n').length + 3;
    const fits = text.includes('from_pretrained') && !text.includes('__future__') && text.length < 30_000;
    if (!fits || count + length > lines) continue;
    texts.push(text);
    count += length;
    if (count > lines - 60) break;
  }
  return `${texts.join('\n\n\n')}\n`;
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .sort((a, b) => shuffled(a) - shuffled(b))
    .map((file) => join(folder, file));
}

/** A number that has nothing to do with the order of names, and is the same each time. */
function shuffled(name: string): number {
  let hash = 7;
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) % 1_000_003;
  return hash;
}

/** The key that comes `index`th: each line is typed at another loader call's line, within its block. */
function* keys(text: string): Generator<{ start: number; end: number; text: string }> {
  const places = [...text.matchAll(/^[ \t]*(?=.*from_pretrained\()/gm)].map((match) => match.index);
  for (let line = 0; ; line++) {
    const at = places[(line * 7) % places.length] ?? 0;
    const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
    yield { start: at, end: at, text: `${indent}\n` };
    const from = at + indent.length;
    for (let typed = 0; typed < typedLine.length; typed++) {
      const key = typedLine.charAt(typed);
      const closes = key === '"' && typed === typedLine.length - 1;
      // An editor closes a quote when it is opened, and types over the closing one.
      if (!closes) yield { start: from + typed, end: from + typed, text: key === '"' ? '""' : key };
    }
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

const summary = (values: readonly number[]) => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

async function main(): Promise<void> {
  const folders = process.argv.slice(2);
  let text = realCode(folders.length > 0 ? folders : ['examples']);
  const document = (): SourceDocument => ({
    path: 'open.py',
    language: 'python',
    cells: [{ cell: null, text }],
  });
  const analyzer = await createAnalyzer({ runtime, grammars: { python: grammar } });
  const open = analyzer.openDocument(document());
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  let tree = parser.parse(text);
  const [toUsages, whole, bare]: number[][] = [[], [], []];
  const first = open.facts(nothing).usages.length;
  let number = 0;
  for (const key of keys(text)) {
    if (++number > keystrokes + warmUp) break;
    if (number === warmUp) for (const each of [toUsages, whole, bare]) each?.splice(0);
    const before = text;
    text = text.slice(0, key.start) + key.text + text.slice(key.end);
    const facts = timed(() => {
      open.edit(null, [key]);
      return open.facts(nothing);
    }, toUsages ?? []);
    for (const edit of editBetween(before, text)) tree?.edit(edit);
    const next: Tree | null = timed(() => parser.parse(text, tree), bare ?? []);
    tree?.delete();
    tree = next;
    if (number % 20 > 0) continue;
    const expected = timed(() => analyzer.analyze(document(), nothing), whole ?? []);
    if (JSON.stringify(expected) !== JSON.stringify(facts)) throw new Error('not the facts of the text');
  }
  open.dispose();
  analyzer.dispose();
  const report = {
    lines: text.split('\n').length,
    characters: text.length,
    usages: first,
    keystrokes: toUsages?.length,
    toUsages: summary(toUsages ?? []),
    fullAnalysis: summary(whole ?? []),
    bareIncrementalParse: summary(bare ?? []),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

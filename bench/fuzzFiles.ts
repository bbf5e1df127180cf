/** Makes the bad input of `bench:fuzz`. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** A hostile file, and what the scan must say of it. */
export interface Hostile {
  readonly file: string;
  /** `reported`: must be named with a reason; `any`: need not be. */
  readonly must: 'reported' | 'any';
  /** The ids that must still be found in it, and no others; null when any part of a huge set will do. */
  readonly written: readonly string[] | null;
}

const code = (id: string): string =>
  `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;
const id = 'bert-base-cased';

/** Files of all languages that the corpus has, each cut, doubled, or with bytes changed. The number written. */
export function writeFuzzed(folder: string, corpus: string, count: number, seed: number): number {
  const random = generator(seed);
  const sources = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) =>
    [
      '.py',
      '.ipynb',
      '.js',
      '.ts',
      '.tsx',
      '.mjs',
      '.yaml',
      '.yml',
      '.json',
      '.toml',
      '.sh',
      '.txt',
    ].includes(extname(path)),
  );
  for (let index = 0; index < count; index++) {
    const path = sources[Math.floor(random() * sources.length)] ?? '';
    const target = join(folder, `fuzz${String(index % 20)}`, `case${String(index)}${extname(path)}`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, damage(readFileSync(join(corpus, path)), random));
  }
  return count;
}

function damage(bytes: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.subarray(0, at());
  if (kind === 1) return Buffer.concat([bytes.subarray(at()), bytes.subarray(0, at())]);
  if (kind === 2)
    return Buffer.concat(
      Array.from({ length: 1 + Math.floor(random() * 30) }, () => bytes.subarray(0, at())),
    );
  const changed = Buffer.from(bytes);
  const hostile = '([{"\'\\\n\t#:;\0\u00ff\u0080';
  for (let times = 0; times <= random() * 40; times++) {
    const index = at();
    changed[index] =
      kind === 3
        ? Math.floor(random() * 256)
        : hostile.charCodeAt(Math.floor(random() * hostile.length)) & 255;
  }
  return changed;
}

/** The hostile files, each written to `folder`. */
export function writeHostile(folder: string): Hostile[] {
  const done: Hostile[] = [];
  const put = (
    file: string,
    content: string | Uint8Array,
    must: Hostile['must'],
    ...written: string[]
  ): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
    done.push({ file, must, written });
  };
  const repeat = (text: string, times: number): string => text.repeat(times);
  put('bad/parentheses.py', `${code(id)}x = ${repeat('(', 10_000)}1${repeat(')', 10_000)}\n`, 'any', id);
  put('bad/open-brackets.py', `${code(id)}x = ${repeat('([{', 10_000)}\n`, 'reported', id);
  put('bad/nested-calls.py', `${code(id)}x = ${repeat('f(', 5_000)}${repeat(')', 5_000)}\n`, 'any', id);
  put('bad/long-sum.py', `${code(id)}x = ${repeat('"a" + ', 20_000)}"b"\n`, 'any', id);
  put(
    'bad/long-sum-as-id.py',
    `from transformers import AutoModel\nAutoModel.from_pretrained(${repeat('x + ', 20_000)}y)\n`,
    'any',
  );
  put(
    'bad/deep-blocks.py',
    `${code(id)}${Array.from({ length: 90 }, (_, n) => `${repeat(' ', n)}if x:\n`).join('')}${repeat(' ', 90)}pass\n`,
    'any',
    id,
  );
  put('bad/one-line.py', `${code(id)}x = "${repeat('a', 20_000_000)}"\n`, 'reported');
  put(
    'bad/many-branches.py',
    `${code(id)}${repeat('if a:\n  n = "x"\nelse:\n  n = n + "y"\n', 3_000)}AutoModel.from_pretrained("gpt2")\n`,
    'any',
    id,
    'gpt2',
  );
  put('bad/explosion.py', explosion(), 'any');
  put('bad/chained-functions.py', chain(), 'any', id);
  put('bad/nul.py', `${code(id)}x = "\0\0"\n\0\n`, 'any', id);
  put('bad/nul-only.py', Buffer.alloc(100_000), 'any');
  put('bad/latin-1.py', Buffer.from(`# \u00e9t\u00e9\n${code(id)}`, 'latin1'), 'reported', id);
  put(
    'bad/latin-1-declared.py',
    Buffer.from(`# -*- coding: latin-1 -*-\n# \u00e9t\u00e9\n${code(id)}`, 'latin1'),
    'any',
    id,
  );
  put('bad/utf-16-le.py', Buffer.from(`\ufeff${code(id)}`, 'utf16le'), 'any', id);
  put('bad/utf-16-be.py', Buffer.from(`\ufeff${code(id)}`, 'utf16le').swap16(), 'any', id);
  put('bad/cut-utf-8.py', Buffer.concat([Buffer.from(`${code(id)}# 😀`)]).subarray(0, -2), 'reported', id);
  put('bad/empty.py', '', 'any');
  put(
    'bad/broken.ipynb',
    '{"cells": [{"cell_type": "code", "source": ["from transformers import pipeline',
    'reported',
  );
  put('bad/not-a-notebook.ipynb', '["from transformers import pipeline", "pipeline(\'ner\')"]', 'reported');
  put('bad/huge-output.ipynb', notebook(12_000_000), 'any', id);
  put('bad/huge.py', `${code(id)}${repeat('x = 1\n', 9_000_000)}`, 'reported');
  put('bad/deep.json', `{"model_name_or_path": ${repeat('[', 50_000)}${repeat(']', 50_000)}}`, 'any');
  put('bad/bomb.yaml', bomb(), 'any');
  put('bad/quote\'"$(touch x).py', code(id), 'any', id);
  put('bad/new\nline.py', code(id), 'any', id);
  symlinkSync('..', join(folder, 'bad/up'));
  symlinkSync('self', join(folder, 'bad/self'));
  symlinkSync('loop.py', join(folder, 'bad/loop.py'));
  symlinkSync('nowhere', join(folder, 'bad/dangling.py'));
  return done.map((each) => (each.file === 'bad/explosion.py' ? { ...each, written: null } : each));
}

/** 2^40 values, were they all built. */
function explosion(): string {
  const lines = Array.from(
    { length: 40 },
    (_, n) => `n${String(n + 1)} = n${String(n)} + ("a" if x else "b")\n`,
  );
  return `from transformers import AutoModel\nn0 = "m"\n${lines.join('')}AutoModel.from_pretrained(n40)\n`;
}

/** A thousand functions, each passing its argument on. */
function chain(): string {
  const functions = Array.from(
    { length: 1000 },
    (_, n) => `def f${String(n + 1)}(x):\n    return f${String(n)}(x)\n`,
  );
  return `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\ndef f0(x):\n    return AutoModel.from_pretrained(x)\n${functions.join('')}f1000(input())\n`;
}

function notebook(outputBytes: number): string {
  const output = { output_type: 'stream', name: 'stdout', text: ['a'.repeat(outputBytes)] };
  const cell = { cell_type: 'code', metadata: {}, execution_count: 1, outputs: [output], source: [code(id)] };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** Aliases of aliases: a YAML that grows without end when expanded. */
function bomb(): string {
  const levels = Array.from(
    { length: 30 },
    (_, n) =>
      `l${String(n + 1)}: &l${String(n + 1)} [${Array(9)
        .fill(`*l${String(n)}`)
        .join(', ')}]\n`,
  );
  return `l0: &l0 [a, a]\n${levels.join('')}model_name_or_path: *l30\n`;
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

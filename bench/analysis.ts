/**
 * `npm run bench:analysis`: a Python file of 2,000 lines (and of 4,000 and 8,000) analysed by a fresh analyzer, beside
 * Python's own `ast.parse` of the same text. Milliseconds of processor time, the median of seven fresh runs; one JSON line
 * a size. It is bundled first, as the extension is.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Analyzer, createAnalyzer } from '../src/analyzer/analyzer';
import { readDocument } from '../src/analyzer/document';
import type { WorkspaceView } from '../src/analyzer/source';

const runs = 7;
const nothing: WorkspaceView = { source: () => null, config: () => null, path: () => 'nothing' };

/** A module like those of training code: settings, classes with methods, a loop, a model loaded every hundred lines or so. */
function moduleOf(lines: number): string {
  const text = [
    'import argparse',
    'import torch',
    'from transformers import AutoModel, AutoTokenizer, pipeline',
    'BASE = "bert-base-uncased"',
  ];
  for (let part = 0; text.length < lines; part++) {
    text.push(
      `class Trainer${part}:`,
      `    def __init__(self, rate=${part}e-5, name="distilbert-base-uncased", steps=None):`,
      '        self.rate = rate',
      '        self.steps = steps or [10, 20, 30]',
      part % 3 === 0
        ? '        self.model = AutoModel.from_pretrained(name)'
        : '        self.model = build(name)',
      '    def train(self, data, *, epochs=3):',
      '        total = 0.0',
      '        for epoch in range(epochs):',
      '            for index, batch in enumerate(data):',
      '                loss = self.model(batch["input_ids"], labels=batch["labels"]).loss / len(self.steps)',
      '                if index % 100 == 0 and epoch > 0:',
      '                    print(f"epoch {epoch} step {index}: {loss.item():.4f}")',
      '                loss.backward()',
      '                total += float(loss)',
      '        return {"loss": total, "rate": self.rate, "steps": [step * 2 for step in self.steps]}',
      '',
      `def evaluate${part}(path, device="cpu"):`,
      part % 4 === 0 ? '    tokenizer = AutoTokenizer.from_pretrained(BASE)' : '    tokenizer = None',
      '    with open(path) as lines:',
      '        rows = [line.strip().split("\\t") for line in lines if line]',
      `    return Trainer${part}().train(rows), tokenizer, torch.device(device)`,
      '',
    );
  }
  return `${text.slice(0, lines).join('\n')}\n`;
}

function fresh(): Promise<Analyzer> {
  const { resolve } = createRequire(__filename);
  const read = (file: string) => readFileSync(resolve(file));
  return createAnalyzer({
    runtime: read('web-tree-sitter/web-tree-sitter.wasm'),
    grammars: {
      python: read('tree-sitter-python/tree-sitter-python.wasm'),
      javascript: read('tree-sitter-javascript/tree-sitter-javascript.wasm'),
      typescript: read('tree-sitter-typescript/tree-sitter-typescript.wasm'),
      tsx: read('tree-sitter-typescript/tree-sitter-tsx.wasm'),
    },
  });
}

async function analysed(text: string): Promise<{ milliseconds: number; usages: number }> {
  const analyzer = await fresh();
  const document = readDocument('module.py', text);
  if (!document.ok) throw new Error('the module cannot be read');
  const before = process.cpuUsage();
  const { usages } = analyzer.analyze(document.value, nothing);
  const { user, system } = process.cpuUsage(before);
  analyzer.dispose();
  return { milliseconds: (user + system) / 1000, usages: usages.length };
}

/** Python's own parser on the same text, in milliseconds of processor time. */
function parsedByPython(text: string): number {
  const script =
    'import ast,sys,time\nt=sys.stdin.read()\ns=time.process_time()\nast.parse(t)\nprint((time.process_time()-s)*1000)';
  return Number(spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8' }).stdout);
}

const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function main(): Promise<void> {
  for (const lines of [2000, 4000, 8000]) {
    const text = moduleOf(lines);
    const times: number[] = [];
    const peer: number[] = [];
    let usages = 0;
    for (let run = 0; run < runs; run++) {
      const done = await analysed(text);
      times.push(done.milliseconds);
      usages = done.usages;
      peer.push(parsedByPython(text));
    }
    const report = {
      lines,
      usages,
      first: times[0],
      median: median(times),
      pythonAst: median(peer),
      ratio: median(times) / median(peer),
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

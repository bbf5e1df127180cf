/**
 * `npm run bench:prefilter -- DIR [n]`: whether what a scan leaves out holds no usage. Every n-th Python file below DIR
 * (default: each) is analysed as a scan does, and once more with no file, body or call left out. Prints how many files
 * each stage threw out, the usages of both, and each that the scan lost; then it ends with 1. Minutes for a large tree.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createAnalyzer } from '../src/analyzer/analyzer';
import { readDocument } from '../src/analyzer/document';
import { mayHold } from '../src/analyzer/prefilter';
import type { Usage } from '../src/analyzer/usage';
import { LoadedWorkspace } from '../src/inventory/loadedWorkspace';
import { decodeSource } from '../src/platform/decode';
import { NodeFiles } from '../src/platform/node/files';
import { NodeFilesNow } from '../src/platform/node/filesNow';
import { thoroughAnalyzer } from '../test/thorough';

const { resolve } = createRequire(import.meta.url);
const [root = '.', step = '1'] = process.argv.slice(2);

const keyOf = ({ place, loader, written }: Usage): string =>
  [place.cell, place.range.start.line + 1, loader, ...written.map(({ text }) => text)].join(' ');

async function main(): Promise<void> {
  const runtime = readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm'));
  const python = readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm'));
  const quick = await createAnalyzer({ runtime, grammars: { python } });
  const thorough = await thoroughAnalyzer(runtime, python);
  const now = new NodeFilesNow(root);
  const files = Object.assign(new NodeFiles(root), { now });
  const workspace = new LoadedWorkspace(files, decodeSource);
  const listed = (await files.list({ cancelled: false })).files.filter((path) => /\.(py|ipynb)$/.test(path));
  const counts = { files: 0, nothing: 0, borrower: 0, usage: 0, usages: 0, thorough: 0, lost: 0 };
  for (const path of listed.filter((_, index) => index % Number(step) === 0)) {
    const read = now.read(path);
    if (!read.ok) continue;
    const document = readDocument(path, decodeSource(read.value).text);
    if (!document.ok) continue;
    const holds = mayHold(path, read.value);
    const { usages } =
      holds === 'usage'
        ? quick.analyze(document.value, workspace)
        : holds === 'borrower'
          ? quick.analyzeBorrower(document.value, workspace)
          : { usages: [] };
    const found = new Set(usages.map(keyOf));
    const all = thorough.analyze(document.value, workspace).usages;
    const lost = all.filter((usage) => !found.has(keyOf(usage)));
    counts.files++;
    counts[holds]++;
    counts.usages += usages.length;
    counts.thorough += all.length;
    counts.lost += lost.length;
    for (const usage of lost) console.log(`lost: ${path}: ${keyOf(usage)}`);
  }
  console.log(JSON.stringify(counts));
  if (counts.lost > 0) process.exitCode = 1;
}

void main();

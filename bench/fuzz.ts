/**
 * `npm run bench:fuzz -- [--files 1000] [--seed 1] [--seconds 120] [--keep]`
 *
 * A folder of fuzzed and truncated files (made from the corpus) and of hostile ones (deep nesting, one line of 20 MB, NUL
 * bytes, Latin-1, UTF-16, symlink loops, broken notebooks) through the command line. It must end in time with exit code 0
 * and valid JSON, and must name each file that it could not read whole.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFuzzed, writeHostile } from './fuzzFiles';

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '120' },
    keep: { type: 'boolean', default: false },
  },
});

interface Report {
  readonly files: { readonly scanned: number; readonly skipped: readonly { file: string; reason: string }[] };
  readonly usages: readonly { readonly file: string; readonly written: readonly string[] }[];
}

const root = join(import.meta.dirname, '..');
const cli = process.env['PTM_LENS_CLI'] ?? join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-fuzz-'));
const output = join(folder, 'report.json');
const failures: string[] = [];

try {
  const tree = join(folder, 'tree');
  const fuzzed = writeFuzzed(
    tree,
    join(root, 'test/fixtures/corpus'),
    Number(options.files),
    Number(options.seed),
  );
  const hostile = writeHostile(tree);
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    [cli, 'scan', tree, '--format', 'json', '--no-cache', '--output', output],
    { encoding: 'utf8', timeout: Number(options.seconds) * 1000 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (run.error) failures.push(`did not end: ${run.error.message}`);
  if (run.status !== 0) failures.push(`exit ${String(run.status)}: ${run.stderr.slice(-1000)}`);
  else judge(JSON.parse(readFileSync(output, 'utf8')) as Report);
  console.log(
    `${String(fuzzed)} fuzzed and ${String(hostile.length)} hostile files in ${seconds.toFixed(1)} s`,
  );

  function judge(report: Report): void {
    const reported = new Map(report.files.skipped.map(({ file, reason }) => [file, reason]));
    const ids = new Map<string, string[]>();
    for (const { file, written } of report.usages) ids.set(file, [...(ids.get(file) ?? []), ...written]);
    for (const { file, must, written } of hostile) {
      const found = ids.get(file) ?? [];
      console.log(`${file.padEnd(26)} ${found.slice(0, 3).join(', ') || '-'}  ${reported.get(file) ?? ''}`);
      if (must === 'reported' && !reported.has(file)) failures.push(`${file} is not reported`);
      for (const id of written ?? []) if (!found.includes(id)) failures.push(`${file}: "${id}" is lost`);
      for (const id of found)
        if (written && !written.includes(id)) failures.push(`${file}: "${id}" is made up`);
    }
    console.log(`${String(report.files.scanned)} scanned, ${String(report.files.skipped.length)} reported`);
  }
} finally {
  if (options.keep) console.log(folder);
  else rmSync(folder, { recursive: true, force: true });
}

for (const failure of failures) console.log(`FAILED ${failure}`);
if (failures.length > 0) process.exitCode = 1;

/**
 * `npm run bench:realcode -- DIR… [--links links.csv] [--sample N] [--seed S] [--extras FILE]`
 *
 * Compares `ptm-lens scan DIR --format json` with `bench/ast/check.py` on real repositories: no call with a literal id
 * that Python's `ast` sees may be missing (exit 1). Prints what only the analyzer finds as counts, a random sample of it
 * with its source lines to be judged by eye, and, for folders named `owner__name`, which models that PeaTMOSS links to the
 * repository were found.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { linkReport } from './realcodeLinks';
import { type AstCall, type Report, type ReportedUsage, sampleOf } from './realcodeTypes';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    links: { type: 'string' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    extras: { type: 'string' },
  },
});

const root = join(import.meta.dirname, '..');

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function astCalls(folder: string): AstCall[] {
  const lines = run('python3', [join(root, 'bench/ast/check.py'), folder]).trim();
  return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line) as AstCall);
}

function scan(folder: string): Report {
  const cli = process.env['PTM_LENS_CLI'] ?? join(root, 'dist/cli.js');
  return JSON.parse(run(process.execPath, [cli, 'scan', folder, '--format', 'json'])) as Report;
}

/** A usage and a call are the same when they begin on the same line and name the same id. */
function keysOf(usage: ReportedUsage): string[] {
  return usage.written.map((id) => `${usage.file}:${String(usage.line)}:${id}`);
}

interface Extra {
  readonly folder: string;
  readonly usage: ReportedUsage;
}

const extras: Extra[] = [];
let missing = 0;

console.log(
  'repository                     files   ast  missing   analyzer  resolved ambiguous local unresolved implicit  only-analyzer',
);
for (const folder of folders) {
  const calls = astCalls(folder);
  const report = scan(folder);
  const found = new Set(report.usages.flatMap(keysOf));
  const seen = new Set(calls.map(({ file, line, id }) => `${file}:${String(line)}:${id}`));
  const lost = calls.filter(({ file, line, id }) => !found.has(`${file}:${String(line)}:${id}`));
  const only = report.usages.filter((usage) => !keysOf(usage).some((key) => seen.has(key)));
  const count = (test: (usage: ReportedUsage) => boolean): string =>
    String(report.usages.filter(test).length);
  console.log(
    basename(folder).padEnd(30),
    String(report.files.scanned).padStart(6),
    String(calls.length).padStart(5),
    String(lost.length).padStart(8),
    String(report.usages.length).padStart(10),
    count(({ resolution, implicit }) => resolution === 'resolved' && !implicit).padStart(9),
    count(({ resolution }) => resolution === 'ambiguous').padStart(9),
    count(({ resolution }) => resolution === 'local').padStart(5),
    count(({ resolution }) => resolution === 'unresolved').padStart(10),
    count(({ implicit }) => implicit).padStart(8),
    String(only.length).padStart(14),
  );
  for (const { file, line, loader, id } of lost)
    console.log(`  missing ${file}:${String(line)} ${loader}("${id}")`);
  missing += lost.length;
  extras.push(...only.map((usage) => ({ folder, usage })));
  if (options.links) console.log(linkReport(folder, report, options.links));
}

const sample = sampleOf(extras, Number(options.sample), Number(options.seed));
const shown = sample
  .map(({ folder, usage }, index) => `${String(index + 1)}. ${show(folder, usage)}`)
  .join('\n\n');
if (options.extras) writeFileSync(options.extras, `${shown}\n`);
else if (shown) console.log(shown);
console.log(
  `${String(missing)} literal calls missing; ${String(extras.length)} usages that only the analyzer finds`,
);
if (missing > 0) process.exitCode = 1;

function show(folder: string, usage: ReportedUsage): string {
  const { file, cell, line, loader, part, resolution, written, implicit, models, reason, trace } = usage;
  const path = join(folder, file);
  const text = existsSync(path) && cell === null ? readFileSync(path, 'utf8').split('\n') : [];
  const lines = text.slice(line - 2, usage.endLine + 1).slice(0, 12);
  const steps = trace.map((step) => `    ${step.file}:${String(step.line)} ${step.step}`);
  return [
    `${basename(folder)}/${file}:${cell === null ? '' : `c${String(cell)}:`}${String(line)} ${loader} ${part} ${resolution}`,
    `  written ${JSON.stringify(written)} ${implicit ? `implicit ${JSON.stringify(models)}` : ''} ${reason ?? ''}`,
    ...steps,
    ...lines.map((each) => `  | ${each}`),
  ].join('\n');
}

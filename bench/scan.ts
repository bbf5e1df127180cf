/**
 * `npm run bench:scan -- --from DIR… [--files 12000] [--cdxgen CDXGEN.js --node NODE] [--rounds 3]`
 *
 * Composes a tree of Python files from real repositories and measures, in one run and on the same files, the whole
 * command line (cold, and warm with its cache), `cdxgen -t ai-bom`, and Python's `ast` (`bench/ast/check.py`): wall time
 * and the largest resident memory of a process. Prints ratios, and the time on a quarter, a half and all of the tree.
 * Every file is read once before, so that no tool pays for the disk.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeTree } from './scanTree';

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', multiple: true, default: [] },
    files: { type: 'string', default: '12000' },
    rounds: { type: 'string', default: '3' },
    cdxgen: { type: 'string' },
    node: { type: 'string', default: process.execPath },
  },
});

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'ptm-lens-bench-'));
const cli = process.env['PTM_LENS_CLI'] ?? join(root, 'dist/cli.js');

/** Wall seconds and resident megabytes of one command: the best of the rounds in time, the worst in memory. */
interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(command: readonly string[], rounds = Number(options.rounds), environment = {}): Measured {
  const runs = Array.from({ length: rounds }, () => {
    const out = execFileSync('python3', [join(root, 'bench/ast/measure.py'), ...command], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(out) as Measured;
  });
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

const scanCommand = (folder: string, ...more: readonly string[]): string[] => [
  process.execPath,
  cli,
  'scan',
  folder,
  '--format',
  'json',
  '--output',
  join(work, 'out.json'),
  ...more,
];

function row(name: string, { seconds, megabytes }: Measured, base: Measured): string {
  const ratio = (seconds / base.seconds).toFixed(2);
  return `${name.padEnd(28)} ${seconds.toFixed(2).padStart(8)} s ${megabytes.toFixed(0).padStart(6)} MB   x${ratio}`;
}

try {
  const sizes = [0.25, 0.5, 1].map((share) => Math.round(Number(options.files) * share));
  const trees = sizes.map((files) => composeTree(options.from, join(work, `tree-${String(files)}`), files));
  const whole = trees.at(-1);
  if (!whole) throw new Error('no tree');
  console.log(
    `${String(whole.files)} Python files, ${(whole.bytes / 1e6).toFixed(1)} MB, best of ${options.rounds} rounds`,
  );

  const cache = { XDG_CACHE_HOME: join(work, 'cache') };
  const cold = measure(scanCommand(whole.folder, '--no-cache'));
  measure(scanCommand(whole.folder), 1, cache);
  const warm = measure(scanCommand(whole.folder), undefined, cache);
  const ast = measure(['python3', join(root, 'bench/ast/check.py'), whole.folder]);
  console.log(row('ptm-lens scan, cold', cold, cold));
  console.log(row('ptm-lens scan, warm', warm, cold));
  console.log(row('python ast (check.py)', ast, cold));
  if (options.cdxgen) {
    const output = join(work, 'bom.json');
    const command = [
      options.node,
      options.cdxgen,
      '-t',
      'ai-bom',
      '--no-install-deps',
      '-o',
      output,
      whole.folder,
    ];
    const cdxgen = measure(command);
    console.log(row('cdxgen -t ai-bom', cdxgen, cold));
    console.log(`cold / cdxgen ${(cold.seconds / cdxgen.seconds).toFixed(3)} (budget 0.5)`);
    console.log(`warm / cdxgen ${(warm.seconds / cdxgen.seconds).toFixed(3)} (budget 0.1)`);
  }
  console.log(`cold / ast    ${(cold.seconds / ast.seconds).toFixed(3)} (budget 0.25)`);
  console.log(`resident      ${cold.megabytes.toFixed(0)} MB (budget 350)`);
  for (const tree of trees) {
    const part = measure(scanCommand(tree.folder, '--no-cache'));
    const rate = tree.bytes / 1e6 / part.seconds;
    console.log(
      `${String(tree.files).padStart(6)} files ${(tree.bytes / 1e6).toFixed(1).padStart(6)} MB ${part.seconds.toFixed(2)} s ${rate.toFixed(1)} MB/s ${part.megabytes.toFixed(0)} MB resident`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

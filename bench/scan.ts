/**
 * `npm run bench:scan -- DIR… [--files 12000] [--rounds 1] [--cdxgen CDXGEN.js] [--node NODE]`
 *
 * Composes a tree of Python files from the folders and measures, in one run and on the same files, the whole command line
 * (cold, cold with its cache written, warm), `cdxgen -t ai-bom` (also by `PTM_LENS_CDXGEN`; it wants a newer Node: `--node`
 * or `PTM_LENS_CDXGEN_NODE`), and Python's `ast` (`bench/ast/check.py`): wall time, processor time, and the largest
 * resident memory of a process. Prints ratios, and the time on a quarter, a half and all of the tree. Every file is read
 * once before, so that no tool pays for the disk. Processor time says more than wall time where other work shares the
 * machine.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeTree, countPython, type Tree } from './scanTree';

const { values: options, positionals: sources } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    cdxgen: { type: 'string', default: process.env['PTM_LENS_CDXGEN'] ?? '' },
    node: { type: 'string', default: process.env['PTM_LENS_CDXGEN_NODE'] ?? process.execPath },
  },
});

const root = join(import.meta.dirname, '..');
const cli = process.env['PTM_LENS_CLI'] ?? join(root, 'dist/cli.js');

/** Best wall and processor seconds of the rounds, worst resident megabytes. */
interface Measured {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

function measure(command: readonly string[], environment = {}, rounds = Number(options.rounds)): Measured {
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
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

function row(name: string, { seconds, cpu, megabytes }: Measured, base?: Measured): void {
  const cells = [`${seconds.toFixed(2)} s`, `${cpu.toFixed(2)} s cpu`, `${megabytes.toFixed(0)} MB`];
  const share = base
    ? [`x${(base.seconds / seconds).toFixed(2)} wall`, `x${(base.cpu / cpu).toFixed(2)} cpu`]
    : [];
  console.log([name.padEnd(26), ...[...cells, ...share].map((cell) => cell.padStart(14))].join(''));
}

function run(work: string): void {
  const files = Number(options.files ?? countPython(sources));
  const trees = [0.25, 0.5, 1].map((share) => {
    const count = Math.round(files * share);
    return composeTree(sources, join(work, `tree-${String(count)}`), count);
  });
  const [quarter, half, whole] = trees;
  if (!quarter || !half || !whole) throw new Error('no tree');
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  console.log(
    `${String(whole.files)} Python files, ${(whole.bytes / 1e6).toFixed(1)} MB; ${String(availableParallelism())} cores, load ${load}; ` +
      'a ratio is of our cold scan to the row',
  );
  const cold = compare(work, whole);
  for (const tree of [quarter, half]) growth(tree, measure(scan(work, tree, '--no-cache')));
  growth(whole, cold);
}

/** Prints the table of one tree; answers the cold scan. */
function compare(work: string, tree: Tree): Measured {
  const cache = { XDG_CACHE_HOME: join(work, 'cache') };
  const cold = measure(scan(work, tree, '--no-cache'));
  row('ptm-lens, cold', cold);
  row('ptm-lens, cold, caching', measure(scan(work, tree), cache, 1), cold);
  const warm = measure(scan(work, tree), cache);
  row('ptm-lens, warm', warm, cold);
  row('python ast (check.py)', measure(['python3', join(root, 'bench/ast/check.py'), tree.folder]), cold);
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
      tree.folder,
    ];
    const cdxgen = measure(command);
    row('cdxgen -t ai-bom', cdxgen, cold);
    console.log(`warm / cdxgen ${(warm.seconds / cdxgen.seconds).toFixed(3)} wall (budget 0.1)`);
  }
  console.log('budgets: cold x0.5 of cdxgen, x0.25 of ast; 350 MB');
  return cold;
}

function scan(work: string, { folder }: Tree, ...more: readonly string[]): string[] {
  return [
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
}

function growth({ files, bytes }: Tree, { seconds, cpu, megabytes }: Measured): void {
  const size = (bytes / 1e6).toFixed(1);
  console.log(
    `${String(files).padStart(6)} files ${size.padStart(6)} MB: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s cpu, ` +
      `${((cpu / bytes) * 1e9).toFixed(0)} ms cpu a MB, ${megabytes.toFixed(0)} MB resident`,
  );
}

const work = mkdtempSync(join(tmpdir(), 'ptm-lens-bench-'));
try {
  run(work);
} finally {
  rmSync(work, { recursive: true, force: true });
}

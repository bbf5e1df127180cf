/**
 * `npm run bench:cli`: how long the command line takes to start, beside a Node that does nothing. Runs take turns, so that a busy
 * machine is busy for all of them; the medians count, and the ratios more than the milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../scripts/host/folder';

const cli = join(repository, 'dist/cli.js');
const rounds = 15;

/** What is measured, and the most it may take on a machine that is at rest. */
const cases: readonly { readonly name: string; readonly args: readonly string[]; readonly budget: number }[] =
  [
    { name: 'node -e 0', args: ['-e', '0'], budget: Infinity },
    { name: 'ptm-lens --help', args: [cli, '--help'], budget: 150 },
    { name: 'ptm-lens scan --help', args: [cli, 'scan', '--help'], budget: 150 },
    { name: 'ptm-lens model gpt2', args: [cli, 'model', 'gpt2'], budget: 400 },
    { name: 'ptm-lens license mit gpl-3.0', args: [cli, 'license', 'mit', 'gpl-3.0'], budget: 400 },
  ];

const times = cases.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  cases.forEach(({ name, args }, index) => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    times[index]?.push(performance.now() - start);
  });
}

const bare = median(times[0] ?? []);
for (const [index, { name, budget }] of cases.entries()) {
  const all = times[index] ?? [];
  const words = Number.isFinite(budget) ? `, budget ${budget} ms` : '';
  console.log(
    `${name.padEnd(30)} median ${median(all).toFixed(0)} ms, least ${Math.min(...all).toFixed(0)} ms, ${(median(all) / bare).toFixed(1)} x node${words}`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

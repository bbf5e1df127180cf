/**
 * `npm run bench:many [-- COUNTS]`: the resident memory that `scan --list` needs at its peak, for lists of 20, 60, 240 and 480
 * repositories. Each is the example workspace and a module with models of its own, so that no two are alike. Memory that grows with the
 * list shows as megabytes for each hundred repositories more. Linux: it reads /proc.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { repository } from '../scripts/host/folder';

const cli = join(repository, 'dist/cli.js');
const example = join(repository, 'examples/workspace');
const asked = process.argv.slice(2).map(Number);
const counts = asked.length > 0 ? asked : [20, 60, 240, 480];

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'ptm-lens-many-'));
  try {
    const clones = Array.from({ length: Math.max(...counts) }, (_, index) => clone(work, index));
    for (const count of counts) console.log(await measure(work, clones.slice(0, count)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function clone(work: string, index: number): string {
  const folder = join(work, `clone-${index}`);
  cpSync(example, folder, { recursive: true });
  const loads = Array.from(
    { length: 20 },
    (_, model) => `AutoModel.from_pretrained("org-${index}/model-${model}")\n`,
  );
  writeFileSync(join(folder, 'more.py'), `from transformers import AutoModel\n${loads.join('')}`);
  return folder;
}

async function measure(work: string, clones: readonly string[]): Promise<string> {
  const list = join(work, 'list.txt');
  const output = join(work, 'all.ndjson');
  writeFileSync(list, clones.join('\n'));
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'scan', '--list', list, '--output', output, '--no-cache'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const peak = await peakOf(child.pid ?? 0, exit);
  const [status] = await exit;
  const records = readFileSync(output, 'utf8').split('\n').length - 1;
  if (status !== 0 || records !== clones.length)
    throw new Error(`${clones.length} repositories: ${records} records, exit code ${status}`);
  const seconds = (performance.now() - started) / 1000;
  return `${clones.length} repositories: peak ${(peak / 1024).toFixed(0)} MB, ${seconds.toFixed(0)} s`;
}

/** The most that a process ever had resident, in kB: the kernel keeps the mark. */
async function peakOf(pid: number, exit: Promise<unknown>): Promise<number> {
  let peak = 0;
  let running = true;
  void exit.then(() => (running = false));
  while (running) {
    peak = Math.max(peak, markOf(pid));
    await setTimeout(50);
  }
  return peak;
}

function markOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It has ended since.
    return 0;
  }
}

void main();

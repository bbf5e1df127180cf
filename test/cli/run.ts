import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository's folder, and the example that the tests scan. */
export const repository = join(__dirname, '../..');
export const example = join(repository, 'examples/workspace');
export const cli = join(repository, 'dist/cli.js');

const cacheFolder = mkdtempSync(join(tmpdir(), 'ptm-lens-cache-'));

/** What a process of a test is surrounded by: a fresh scan cache, and a day that does not pass. */
const env = { ...process.env, XDG_CACHE_HOME: cacheFolder, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1767323045' };

/** Where a run happens, and what is typed into it. */
export interface RunPlace {
  readonly cwd?: string;
  readonly input?: string;
}

/** Runs the built command line as a user would. */
export function run(...args: string[]) {
  return runAt({}, ...args);
}

/** The same in a folder, or with words on stdin. */
export function runAt(place: RunPlace, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    ...place,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env,
  });
  return { status, stdout, stderr };
}

/** Runs a line of a shell, in which `$PTM` is the command line. */
export function shell(line: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], {
    cwd,
    encoding: 'utf8',
    env: { ...env, PTM: `${process.execPath} ${cli}` },
  });
  return { status, stdout, stderr };
}

/** Starts the command line and does not wait. */
export function start(...args: string[]) {
  return spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

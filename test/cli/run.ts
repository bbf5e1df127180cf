import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository's folder, and the example that the tests scan. */
export const repository = join(__dirname, '../..');
export const example = join(repository, 'examples/workspace');

const cacheFolder = mkdtempSync(join(tmpdir(), 'ptm-lens-cache-'));

/** Runs the built command line as a user would; the scan cache is a fresh one. */
export function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, XDG_CACHE_HOME: cacheFolder, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

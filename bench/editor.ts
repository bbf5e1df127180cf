/**
 * `npm run bench:editor`: what the extension costs in a real extension host (install it by `npm run host:install`): activation
 * and hover in ms, the hover beside a provider that answers at once, resident memory in MB before activation and after the
 * scan of the example with the catalogue open (the host's process, worker threads and all), and a minute later.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from '../scripts/host/folder';
import { passesInHost } from '../scripts/host/hostTests';
import { main } from '../scripts/host/main';
import { extensionId } from '../scripts/host/manifest';
import { makeScratch } from '../scripts/host/workspace';

void main(async () => {
  const tests = join(repository, 'out/bench/editor.js');
  await build({
    entryPoints: [join(repository, 'bench/editor/measure.ts')],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const scratch = makeScratch();
  const dataFolder = join(scratch.folder, 'data');
  const passed = await passesInHost({
    extension: repository,
    extensionId,
    tests,
    workspace: scratch.workspace,
    dataFolder,
  });
  if (!passed) throw new Error(`The measurement failed. The logs of this run are in ${scratch.folder}`);
  scratch.remove();
});

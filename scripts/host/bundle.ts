import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from './folder';

/** The module that VS Code runs: it exports `run`. */
export const testBundle = join(repository, 'out/test/host/index.js');

/** Makes one module of every test/host/**\/*.test.ts, so that a suite is added by adding a file. */
export async function bundleHostTests(): Promise<void> {
  const folder = join(repository, 'test/host');
  const suites = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  if (suites.length === 0) throw new Error(`No suite found in ${folder}.`);
  rmSync(testBundle, { force: true });
  await build({
    stdin: { contents: entry(suites.sort()), resolveDir: folder, loader: 'ts' },
    outfile: testBundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Mocha's parallel mode, which is not used, wants files of its own beside it.
    external: ['vscode', './worker.cjs', './reporters/parallel-buffered.cjs'],
    keepNames: true,
    logLevel: 'warning',
  });
}

/** Suites are required one by one, after mocha has laid out `describe`. */
function entry(suites: readonly string[]): string {
  const loads = suites.map((suite) => `() => require(${JSON.stringify(`./${suite}`)})`);
  return `import { runSuites } from './run';\nexport const run = () => runSuites([${loads.join(', ')}]);\n`;
}

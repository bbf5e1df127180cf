/**
 * Builds dist/: the extension, the command line and the scan worker as CommonJS bundles, the WASM files they load, and
 * the catalogue. `--minify` for a release; `--no-catalogue` to leave an existing catalogue alone.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const minify = process.argv.includes('--minify');
const root = fileURLToPath(new URL('.', import.meta.url));

const wasmFiles = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  'sql.js/dist/sql-wasm.wasm',
];

mkdirSync('dist', { recursive: true });

await build({
  entryPoints: { extension: 'src/extension.ts', cli: 'src/cli.ts', worker: 'src/platform/node/worker.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // The ES module of web-tree-sitter reads import.meta.url, which a CommonJS bundle does not have.
  alias: {
    'web-tree-sitter': require.resolve('web-tree-sitter/web-tree-sitter.cjs'),
    'sql.js': require.resolve('sql.js/dist/sql-wasm.js'),
  },
  minify,
  keepNames: true,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
});

for (const file of wasmFiles) copyFileSync(require.resolve(file), `dist/${file.slice(file.lastIndexOf('/') + 1)}`);
chmodSync('dist/cli.js', 0o755);

if (!process.argv.includes('--no-catalogue') || !existsSync('dist/catalog.sqlite')) {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/catalogue/build.ts', 'dist/catalog.sqlite'], {
    cwd: root,
    stdio: 'inherit',
  });
}

/**
 * Builds dist/: the extension, the command line and the scan worker as CommonJS bundles, the WASM files they load, and
 * the catalogue. `--minify` for a release; `--no-catalogue` to leave an existing catalogue alone.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const minify = process.argv.includes('--minify');
const root = fileURLToPath(new URL('.', import.meta.url));

const wasmFiles = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-javascript/tree-sitter-javascript.wasm',
  'tree-sitter-typescript/tree-sitter-typescript.wasm',
  'tree-sitter-typescript/tree-sitter-tsx.wasm',
  'sql.js/dist/sql-wasm.wasm',
  'node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm',
];

/** Facts of earlier scans hold for the same analyzer only: its digest is part of the scan cache's keys. */
function digestOfSources() {
  const hash = createHash('sha1');
  for (const file of readdirSync('src', { recursive: true, withFileTypes: true })) {
    if (file.isFile()) hash.update(readFileSync(join(file.parentPath, file.name)));
  }
  return hash.digest('hex').slice(0, 12);
}

mkdirSync('dist', { recursive: true });

await build({
  entryPoints: {
    extension: 'src/extension.ts',
    cli: 'src/cli.ts',
    worker: 'src/platform/node/worker.ts',
    query: 'src/platform/node/queryWorker.ts',
    build: 'src/platform/node/buildChild.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The CycloneDX library asks for XML parts only where XML is written, which we do not.
  external: ['vscode', 'xmlbuilder2', 'libxmljs2'],
  // The ES module of web-tree-sitter reads import.meta.url, which a CommonJS bundle does not have.
  alias: {
    'web-tree-sitter': require.resolve('web-tree-sitter'),
    'sql.js': require.resolve('sql.js/dist/sql-wasm.js'),
    // Its CommonJS file hides its imports from the bundler.
    'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
  },
  define: { BUILD_ID: JSON.stringify(digestOfSources()) },
  minify,
  keepNames: true,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
});

// What runs in the panels' webviews.
await build({
  entryPoints: ['src/webview/model.ts', 'src/webview/flow.ts', 'src/webview/sql.ts'],
  outdir: 'dist/webview',
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  tsconfig: 'src/webview/tsconfig.json',
  minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
});

for (const file of wasmFiles)
  copyFileSync(require.resolve(file), `dist/${file.slice(file.lastIndexOf('/') + 1)}`);
chmodSync('dist/cli.js', 0o755);

if (!process.argv.includes('--no-catalogue') || !existsSync('dist/catalog.sqlite')) {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/catalogue/build.ts', 'dist/catalog.sqlite'], {
    cwd: root,
    stdio: 'inherit',
  });
}

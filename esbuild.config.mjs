/**
 * Builds dist/: the extension and the scan worker as CommonJS bundles, the command line as ES modules, the WASM files they
 * load, and the catalogue. `--minify` for a release; `--no-catalogue` to leave an existing catalogue alone.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** What all bundles that run in Node have in common. */
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // The CycloneDX library asks for these only where XML is written or a bill is validated, which we do in tests alone.
  external: ['vscode', 'xmlbuilder2', 'libxmljs2', 'ajv', 'ajv-formats', 'ajv-formats-draft2019'],
  // The ES module of web-tree-sitter reads import.meta.url, which a CommonJS bundle does not have.
  alias: {
    'web-tree-sitter': require.resolve('web-tree-sitter'),
    'sql.js': require.resolve('sql.js/dist/sql-wasm.js'),
    // Its CommonJS file hides its imports from the bundler.
    'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
  },
  define: { BUILD_ID: JSON.stringify(digestOfSources()) },
  minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};

/** In the extension, what makes reports is a bundle of its own, read when a report is asked for. */
const reportOnDemand = {
  name: 'report-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /\/report\/render$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './report.js', external: true } : undefined,
    );
  },
};

await build({
  ...node,
  plugins: [reportOnDemand],
  entryPoints: {
    extension: 'src/extension.ts',
    folder: 'src/platform/node/folderWorker.ts',
    worker: 'src/platform/node/worker.ts',
    query: 'src/platform/node/queryWorker.ts',
    report: 'src/report/render.ts',
    build: 'src/platform/node/buildChild.ts',
    'build-thread': 'src/platform/node/etl/thread.ts',
  },
  outdir: 'dist',
  format: 'cjs',
});

// The command line is ES modules, which can be split: a command loads its own parts and no others. `dist/cli.js` only leads there.
rmSync('dist/cli', { recursive: true, force: true });
await build({
  ...node,
  entryPoints: { main: 'src/cli.ts' },
  outdir: 'dist/cli',
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  // What ES modules lack: packages ask for both, we for the folder of the WASM files.
  banner: {
    js: [
      "import { createRequire as $createRequire } from 'node:module';",
      "import { fileURLToPath as $fileURLToPath } from 'node:url';",
      'const require = $createRequire(import.meta.url);',
      "const __dirname = $fileURLToPath(new URL('..', import.meta.url));",
    ].join('\n'),
  },
});
writeFileSync('dist/cli.js', "#!/usr/bin/env node\nimport('./cli/main.mjs');\n");

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

if (!process.argv.includes('--no-catalogue') || !existsSync('dist/catalog-search.bin')) {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/catalogue/build.ts', 'dist/catalog.sqlite'], {
    cwd: root,
    stdio: 'inherit',
  });
}

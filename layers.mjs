/**
 * The import rules of ARCHITECTURE.md as data: a folder of `src/` -> the folders it may import from.
 * ESLint enforces it (eslint.config.mjs), and test/unit/architecture.test.ts reads every import line.
 */
const engines = ['analyzer', 'db', 'licenses', 'cards'];

export const layers = {
  shared: [],
  analyzer: ['shared'],
  db: ['shared'],
  licenses: ['shared'],
  cards: ['shared'],
  rules: ['shared', ...engines],
  inventory: ['shared', ...engines, 'rules'],
  present: ['shared', ...engines, 'rules', 'inventory'],
  report: ['shared', ...engines, 'rules', 'inventory', 'present'],
  platform: ['shared', ...engines, 'rules', 'inventory', 'present', 'report'],
  views: ['shared', ...engines, 'rules', 'inventory', 'present', 'report', 'platform'],
  cli: ['shared', ...engines, 'rules', 'inventory', 'present', 'report', 'platform'],
  // Scripts that run in a webview, which sees neither VS Code nor Node: they draw what `present` made.
  webview: ['shared', 'present'],
};

/** Folders (relative to src/) whose files may import `vscode`; so may src/extension*.ts. */
export const mayImportVscode = ['views', 'platform/vscode'];

/** Folders whose files may import Node built-ins and node-fetch; so may src/cli.ts. */
export const mayImportNode = ['platform', 'cli'];

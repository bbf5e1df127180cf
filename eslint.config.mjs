import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { layers, mayImportNode, mayImportVscode } from './layers.mjs';

const nodeModules = `^(node:.*|node-fetch|${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;

/** One lint block a folder: which sibling folders, and which outside modules, its files may not import. */
function importRules(folder, allowed) {
  const forbidden = Object.keys(layers).filter((other) => other !== folder && !allowed.includes(other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${[...forbidden, 'extension'].join('|')})(/|$)`,
      message: 'Imports go down only: see layers.mjs.',
    },
  ];
  if (!mayImportVscode.includes(folder))
    patterns.push({ regex: '^vscode$', message: 'Only views and platform/vscode touch vscode.' });
  if (!mayImportNode.includes(folder))
    patterns.push({ regex: nodeModules, message: 'Only cli.ts and platform touch Node.' });
  return {
    files: [`src/${folder}/**/*.ts`],
    ignores: folder === 'platform' ? ['src/platform/vscode/**'] : [],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '.host/',
      '.tmp/',
      'node_modules/',
      'test/fixtures/',
      'examples/',
      'media/**/*.js',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*', 'bench/**/*', 'src/cli.ts', 'src/platform/node/**/*.ts', '*.mjs'],
    rules: { 'no-console': 'off', 'max-lines-per-function': 'off' },
  },
  ...Object.entries(layers).map(([folder, allowed]) => importRules(folder, allowed)),
);

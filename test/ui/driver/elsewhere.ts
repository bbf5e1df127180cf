import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const scheme = 'ptmtest';

const manifest = {
  name: 'elsewhere',
  publisher: 'ptm-lens-test',
  version: '1.0.0',
  engines: { vscode: '^1.95.0' },
  main: './main.js',
  activationEvents: [`onFileSystem:${scheme}`],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

/** A file system that has what `files` says and no disk below it. */
function providerSource(files: Readonly<Record<string, string>>): string {
  return `const { EventEmitter, FileSystemError, FileType, workspace } = require('vscode');
const files = new Map(Object.entries(${JSON.stringify(files)}));
const inside = (folder) => [...files.keys()].filter((path) => path.startsWith(folder + '/'));
const time = { ctime: 0, mtime: 0 };
exports.activate = ({ subscriptions }) => subscriptions.push(workspace.registerFileSystemProvider('${scheme}', {
  onDidChangeFile: new EventEmitter().event,
  watch: () => ({ dispose() {} }),
  stat({ path }) {
    if (files.has(path)) return { ...time, type: FileType.File, size: Buffer.byteLength(files.get(path)) };
    if (inside(path).length > 0) return { ...time, type: FileType.Directory, size: 0 };
    throw FileSystemError.FileNotFound(path);
  },
  readDirectory({ path }) {
    const names = inside(path).map((each) => each.slice(path.length + 1).split('/'));
    return [...new Map(names.map(([name, ...below]) => [name, below.length > 0 ? FileType.Directory : FileType.File]))];
  },
  readFile({ path }) {
    if (!files.has(path)) throw FileSystemError.FileNotFound(path);
    return Buffer.from(files.get(path));
  },
  writeFile() { throw FileSystemError.NoPermissions(); },
  createDirectory() { throw FileSystemError.NoPermissions(); },
  delete() { throw FileSystemError.NoPermissions(); },
  rename() { throw FileSystemError.NoPermissions(); },
}, { isReadonly: true }));
`;
}

/** Packs an extension that brings a file system of its own, as those for repositories that lie on a server do. */
export async function packElsewhere(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly vsix: string; readonly folder: string }> {
  const source = mkdtempSync(join(tmpdir(), 'ptm-lens-elsewhere-'));
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(source, 'README.md'), 'A file system for a test.');
  writeFileSync(join(source, 'LICENSE'), 'For a test.');
  const rooted = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`/repository/${path}`, text]),
  );
  writeFileSync(join(source, 'main.js'), providerSource(rooted));
  const vsix = join(source, 'elsewhere.vsix');
  await createVSIX({ cwd: source, packagePath: vsix, dependencies: false, allowMissingRepository: true });
  return { vsix, folder: `${scheme}:/repository` };
}

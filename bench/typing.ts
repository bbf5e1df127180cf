/**
 * `npm run bench:typing -- --from DIR… [--files 3000] [--seconds 60]`
 *
 * Types into a file in a real VS Code window while the extension scans a tree of real code, and has a second extension
 * measure activation and how long the extension host was blocked; the same with PTM Lens switched off, for what the editor costs.
 * Prints ms (activation beside one of the editor's own extensions; longest block, p99, p50) and whether every key arrived. Install VS Code by `npm run host:install`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { repository } from '../scripts/host/folder';
import { main } from '../scripts/host/main';
import { openFile, runCommand } from '../test/ui/driver/commands';
import { plainTyping, typeFor } from '../test/ui/driver/typing';
import { openWindow } from '../test/ui/driver/window';
import { composeTree } from './scanTree';

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', multiple: true, default: [] },
    files: { type: 'string', default: '3000' },
    seconds: { type: 'string', default: '60' },
  },
});
const work = mkdtempSync(join(tmpdir(), 'ptm-lens-typing-'));
const start = 'from transformers import AutoModel\n';

async function packProbe(): Promise<string> {
  const folder = join(work, 'probe');
  cpSync(join(repository, 'bench/typing/probe'), folder, { recursive: true });
  writeFileSync(join(folder, 'README.md'), 'Measures the extension host.\n');
  await build({
    entryPoints: [join(repository, 'bench/typing/probe.ts')],
    outfile: join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const packagePath = join(work, 'probe.vsix');
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}

async function measure(tree: string, probe: string, enable: boolean): Promise<object> {
  const window = await openWindow({
    vsix: join(repository, 'out/ptm-lens.vsix'),
    others: [probe],
    workspace: tree,
    settings: { ...plainTyping, 'ptmLens.enable': enable },
  });
  try {
    const { page, workspace } = window;
    await openFile(page, 'typed.py');
    await page.keyboard.press('Control+End');
    const typed = await typeFor(page, Number(options.seconds));
    await runCommand(page, 'File: Save');
    await page.locator('.tabs-container .tab.active.dirty').waitFor({ state: 'detached' });
    const stored = readFileSync(join(workspace, 'typed.py'), 'utf8');
    const figures = JSON.parse(readFileSync(join(workspace, '..', 'probe.json'), 'utf8')) as object;
    return { enable, ...figures, keys: typed.length, allArrived: stored === start + typed };
  } finally {
    await window.close();
  }
}

void main(async () => {
  try {
    execFileSync('npm', ['run', '--silent', 'package'], { cwd: repository, stdio: 'inherit' });
    const tree = composeTree(options.from, join(work, 'tree'), Number(options.files));
    writeFileSync(join(tree.folder, 'typed.py'), start);
    const probe = await packProbe();
    for (const enable of [false, true])
      console.log(JSON.stringify(await measure(tree.folder, probe, enable)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

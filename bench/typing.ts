/**
 * `npm run bench:typing -- --from DIR… [--files 3000] [--seconds 60] [--vsix FILE] [--profile FILE]`
 *
 * Types into a file in a real VS Code window while the extension scans a tree of real code, and has a second extension
 * measure activation and how long the extension host was blocked; the same with PTM Lens switched off, for what the editor costs.
 * Prints ms (activation beside one of the editor's own extensions; longest block, p99, p50, and the part of them that the
 * host computed) and whether every key arrived. After the seconds the folder is scanned once more, from the cache, under ten
 * seconds of typing. `--vsix` takes that package and makes none; `--profile` keeps a CPU profile of the host with PTM Lens.
 * Install VS Code by `npm run host:install`.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
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
    vsix: { type: 'string' },
    profile: { type: 'string' },
  },
});
const work = mkdtempSync(join(tmpdir(), 'ptm-lens-typing-'));
const seconds = Number(options.seconds);
/** Typing while the folder is scanned once more. */
const secondsMore = 10;
/** The window takes its time before the first key. */
const profileFor = (seconds + secondsMore + 5) * 1000;
const vsix = options.vsix ?? join(repository, 'out/ptm-lens.vsix');
const start = 'from transformers import AutoModel\n';

/** @param profileFor for how long (in ms) it takes a profile */
async function packProbe(profileFor: number): Promise<string> {
  const folder = join(work, `probe-${String(profileFor)}`);
  cpSync(join(repository, 'bench/typing/probe'), folder, { recursive: true });
  writeFileSync(join(folder, 'README.md'), 'Measures the extension host.\n');
  await build({
    entryPoints: [join(repository, 'bench/typing/probe.ts')],
    outfile: join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    define: { PROFILE_FOR: String(profileFor) },
  });
  const packagePath = `${folder}.vsix`;
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}

async function scanAgain(page: Page): Promise<void> {
  await runCommand(page, 'PTM Lens: Scan Workspace');
  await page.locator('.editor-instance .view-line').last().click();
  await page.keyboard.press('Control+End');
}

async function keepProfile(made: string, target: string): Promise<void> {
  while (!existsSync(made)) await sleep(1000);
  await sleep(2000);
  copyFileSync(made, target);
}

async function measure(tree: string, probe: string, enable: boolean): Promise<object> {
  const window = await openWindow({
    vsix,
    others: [probe],
    workspace: tree,
    settings: { ...plainTyping, 'ptmLens.enable': enable },
  });
  try {
    const { page, workspace } = window;
    await openFile(page, 'typed.py');
    await page.keyboard.press('Control+End');
    let typed = await typeFor(page, seconds);
    if (enable) await scanAgain(page);
    typed += await typeFor(page, secondsMore);
    await runCommand(page, 'File: Save');
    await page.locator('.tabs-container .tab.active.dirty').waitFor({ state: 'detached' });
    const stored = readFileSync(join(workspace, 'typed.py'), 'utf8');
    if (enable && options.profile) await keepProfile(join(workspace, '../probe.cpuprofile'), options.profile);
    const figures = JSON.parse(readFileSync(join(workspace, '..', 'probe.json'), 'utf8')) as object;
    return { enable, ...figures, keys: typed.length, allArrived: stored === start + typed };
  } finally {
    await window.close();
  }
}

void main(async () => {
  try {
    if (!options.vsix)
      execFileSync('npm', ['run', '--silent', 'package'], { cwd: repository, stdio: 'inherit' });
    const tree = composeTree(options.from, join(work, 'tree'), Number(options.files));
    writeFileSync(join(tree.folder, 'typed.py'), start);
    const plain = await packProbe(0);
    console.log(JSON.stringify(await measure(tree.folder, plain, false)));
    const probe = options.profile ? await packProbe(profileFor) : plain;
    console.log(JSON.stringify(await measure(tree.folder, probe, true)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

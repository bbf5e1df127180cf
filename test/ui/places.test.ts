import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choose, openFile, runCommand } from './driver/commands';
import { hoverWord, leave, readHover } from './driver/editor';
import { openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

const loads = (id: string) =>
  `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("${id}")\n`;

/** Two packages under two licences, one of which a model does not fit. */
function makeFolders(): string {
  const root = mkdtempSync(join(tmpdir(), 'ptm-lens-places-'));
  for (const [name, license] of [
    ['alpha', 'MIT'],
    ['beta', 'Proprietary'],
  ] as const) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'package.json'), JSON.stringify({ name, license }));
    writeFileSync(join(root, name, `${name}.py`), loads('microsoft/layoutlmv3-base'));
  }
  return root;
}

/** Several folders, not trusted, and a document that is in none of them: in one window. */
describe('the extension in Restricted Mode, in a workspace of several folders', () => {
  const root = makeFolders();

  const opened = inOneWindow({
    workspace: root,
    folders: ['alpha', 'beta'],
    untrusted: true,
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
  });
  const shown = () => opened().page;

  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('lists the models of each folder', async () => {
    const page = shown();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    const rows = await openContainer(page, 'PTM Inventory');
    for (const name of ['alpha', 'beta']) await rows.filter({ hasText: new RegExp(`^${name}`) }).waitFor();
    await page.locator('.sidebar', { hasText: '1 model in 2 usages: 2 resolved' }).waitFor();
    await screenshot(page, 'several-folders');
  });

  it('judges a model by the licence of the folder that loads it', async () => {
    const page = shown();
    await openFile(page, 'alpha.py');
    await hoverWord(page, 'microsoft/layoutlmv3-base');
    assert.match(await readHover(page, 'no commercial use'), /CC-BY-NC-SA-4\.0/);
    await leave(page);
  });

  it('hovers in a document that was never saved', async () => {
    const page = shown();
    await runCommand(page, 'File: New Untitled Text File');
    await page.locator('.tabs-container .tab.active[data-resource-name^="Untitled"]').waitFor();
    await page.keyboard.type(loads('openai-community/gpt2'));
    await runCommand(page, 'Change Language Mode');
    await choose(page, 'Python');
    await hoverWord(page, 'openai-community/gpt2');
    assert.match(await readHover(page, 'MIT'), /openai-community\/gpt2/);
    await leave(page);
    const rows = await openContainer(page, 'PTM Inventory');
    await rows.filter({ hasText: /^Outside the workspace/ }).waitFor();
  });

  it('shows nothing while it is switched off', async () => {
    const page = shown();
    const rows = page.locator('.sidebar .monaco-list-row');
    const settings = join(opened().logs, '../Machine/settings.json');
    writeFileSync(settings, JSON.stringify({ 'ptmLens.enable': false }));
    await rows.filter({ hasText: /^alpha/ }).waitFor({ state: 'detached' });
    await page.locator('.sidebar', { hasText: 'PTM Lens is switched off.' }).waitFor();
    await page.locator('.statusbar-item', { hasText: /\d+ PTM/ }).waitFor({ state: 'hidden' });
    await screenshot(page, 'switched-off');
  });
});

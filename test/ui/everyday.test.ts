import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { errorLines } from '../../scripts/host/extensionLog';
import { extensionId } from '../../scripts/host/manifest';
import { choose, openFile, runCommand } from './driver/commands';
import { clickWord, hoverWord, leave, openQuickFix, readHover } from './driver/editor';
import { closeChat, filterProblems, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

const activeTab = (page: Page, name: string) =>
  page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`);

/** What a person does on a day with PTM Lens, step by step in one window. */
describe('a day with the extension', () => {
  const opened = inOneWindow({ file: 'src/support_bot/pictures.py' }, async (page) => {
    await closeChat(page);
    await page.locator('.statusbar-item', { hasText: /\d+ PTM/ }).waitFor();
  });
  const shown = () => opened().page;

  it('groups the inventory by licence', async () => {
    const page = shown();
    const rows = await openContainer(page, 'PTM Inventory');
    await runCommand(page, 'PTM Lens: Group Inventory By');
    await choose(page, 'Licence');
    await rows
      .filter({ hasText: /^GPL-3\.0-only/ })
      .first()
      .waitFor();
    await screenshot(page, 'inventory-by-licence');
  });

  it('opens the place of a usage from its row', async () => {
    const page = shown();
    const rows = page.locator('.sidebar .monaco-list-row');
    await rows.filter({ hasText: /^creativeml-openrail-m/ }).click();
    await rows.filter({ hasText: 'runwayml/stable-diffusion-v1-5' }).click();
    await rows.filter({ hasText: /^pictures\.py:8/ }).click();
    await activeTab(page, 'pictures.py').waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 8' }).waitFor();
  });

  it('shows a record when the mouse rests on a row', async () => {
    const page = shown();
    const rows = page.locator('.sidebar .monaco-list-row');
    await page.mouse.move(640, 300);
    await rows.filter({ hasText: 'runwayml/stable-diffusion-v1-5' }).first().hover();
    const tooltip = page.locator('.monaco-hover', { hasText: 'use is restricted' }).first();
    await tooltip.waitFor();
    await screenshot(page, 'inventory-tooltip');
    await page.mouse.move(2, 2);
  });

  it('lists the usages of a model from its hover', async () => {
    const page = shown();
    await openFile(page, 'forms.py');
    await hoverWord(page, 'FORM_MODEL');
    await readHover(page, 'microsoft/layoutlmv3-base');
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: 'All 2 usages' }).first().click();
    await page.locator('.peekview-widget', { hasText: 'Locations (2)' }).waitFor();
    await screenshot(page, 'usages');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('silences a finding with a comment, and hears of it again after undo', async () => {
    const page = shown();
    await openFile(page, 'pictures.py');
    const warning = page.locator('.monaco-editor .squiggly-warning');
    await warning.first().waitFor();
    await clickWord(page, 'clip-italian/clip-italian');
    const fix = await openQuickFix(page, 'Ignore license-incompatible here');
    await screenshot(page, 'quick-fix');
    await fix.click();
    await page.locator('.view-line', { hasText: '# ptm-lens: ignore[license-incompatible]' }).waitFor();
    await warning.first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await warning.first().waitFor();
  });

  it('offers ids of the catalogue while one is typed', async () => {
    const page = shown();
    await openFile(page, 'drafting.py');
    await clickWord(page, 'ORGANISATION');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nAutoTokenizer.from_pretrained("');
    await page.keyboard.type('google-bert');
    await page.keyboard.press('Control+Space');
    const widget = page.locator('.suggest-widget.visible');
    await widget.locator('.monaco-list-row', { hasText: 'google-bert/bert-base-uncased' }).first().waitFor();
    await screenshot(page, 'completion');
    await page.keyboard.press('Escape');
    for (let undo = 0; undo < 6; undo++) await page.keyboard.press('Control+Z');
  });

  it('hovers in the cells of a notebook', async () => {
    const page = shown();
    await page.keyboard.press('Control+P');
    await choose(page, 'embedders.ipynb');
    await activeTab(page, 'embedders.ipynb').waitFor();
    await page.locator('.notebook-editor .view-line').first().waitFor();
    await hoverWord(page, 'all-mpnet-base-v2');
    const said = await readHover(page, 'Apache-2.0');
    assert.match(said, /sentence-transformers\/all-mpnet-base-v2/);
    await screenshot(page, 'notebook');
    await leave(page);
  });

  it('explains a rule', async () => {
    const page = shown();
    const rows = await filterProblems(page, 'license-noncommercial');
    await rows.locator('a', { hasText: 'license-noncommercial' }).first().click();
    await activeTab(page, 'Preview license-noncommercial.md')
      .or(page.locator('.tab.active', { hasText: 'license-noncommercial.md' }))
      .first()
      .waitFor();
  });

  it('searches the catalogue', async () => {
    const page = shown();
    await runCommand(page, 'PTM Lens: Search Models');
    await page.locator('.quick-input-widget input').fill('bert multilingual');
    const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'bert-base-multilingual' });
    await row.first().waitFor();
    await screenshot(page, 'search');
    await page.keyboard.press('Escape');
  });

  it('has logged no error', () => {
    assert.deepEqual(errorLines(opened().logs, extensionId), []);
  });
});

import assert from 'node:assert/strict';
import { choose, openFile, runCommand, setTheme } from './driver/commands';
import { openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

/** What is off until the user wants it, and what helps with the first minute. */
describe('lenses, hints, the filter and the walkthrough', () => {
  const opened = inOneWindow({
    size: { width: 1600, height: 900 },
    settings: { 'ptmLens.codeLens': true, 'ptmLens.inlayHints': true },
  });
  const shown = () => opened().page;

  it('say beside each id what its licence means here', async () => {
    const page = shown();
    await openFile(page, 'retrieval.py');
    const lens = page.locator('.codelens-decoration', { hasText: 'downloads a month' }).first();
    await lens.waitFor();
    assert.match(await lens.innerText(), / · .*\d.* downloads a month/);
    await page
      .locator('.view-line', { hasText: /CC-BY-NC-4\.0\s·\srestricted/ })
      .first()
      .waitFor();
    for (const [theme, name] of [
      ['Light Modern', 'light'],
      ['Dark High Contrast', 'high-contrast'],
      ['Dark Modern', 'dark'],
    ] as const) {
      await setTheme(page, theme);
      await screenshot(page, `beside-${name}`);
    }
  });

  it('narrow the inventory to what needs attention', async () => {
    const page = shown();
    const rows = await openContainer(page, 'PTM Inventory');
    await rows.filter({ hasText: /^openai-community\/gpt2/ }).waitFor();
    await runCommand(page, 'PTM Lens: Filter Inventory…');
    await choose(page, 'Needs attention');
    await page.locator('.sidebar', { hasText: 'Shown: needs attention' }).first().waitFor();
    await rows.filter({ hasText: /^openai-community\/gpt2/ }).waitFor({ state: 'detached' });
    await rows
      .filter({ hasText: /^facebook\/dpr-question_encoder/ })
      .first()
      .waitFor();
    await screenshot(page, 'filtered');
    await runCommand(page, 'PTM Lens: Filter Inventory…');
    await choose(page, 'Everything');
    await rows.filter({ hasText: /^openai-community\/gpt2/ }).waitFor();
  });

  it('lead through the first minute', async () => {
    const page = shown();
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await choose(page, 'Know your pre-trained models');
    await page.locator('.getting-started-step', { hasText: 'See what this workspace loads' }).waitFor();
    await screenshot(page, 'walkthrough');
  });
});

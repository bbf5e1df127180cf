import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { errorLines } from '../../scripts/host/extensionLog';
import { repository } from '../../scripts/host/folder';
import { extensionId } from '../../scripts/host/manifest';
import { openFile, setTheme } from './driver/commands';
import { clickWord, hoverWord, readHover } from './driver/editor';
import { closeChat, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { accessibility, webview } from './driver/webview';
import { openWindow, type Window } from './driver/window';

const themes = [
  ['Light Modern', 'light'],
  ['Dark High Contrast', 'high-contrast'],
  ['Dark Modern', 'dark'],
] as const;

/** Looks at a webview in each theme: a picture, and no fault that axe-core finds. */
async function inEveryTheme(page: Page, name: string, find: () => Promise<Frame>): Promise<void> {
  for (const [theme, short] of themes) {
    await setTheme(page, theme);
    await page.waitForTimeout(500);
    const frame = await find();
    await screenshot(page, `${name}-${short}`);
    const { violations, passes } = await accessibility(frame);
    assert.ok(passes > 10, `axe-core looked at ${passes} rules only`);
    assert.deepEqual(violations, [], `${name} in ${theme}`);
  }
}

describe('the panels', () => {
  let window: Window | undefined;

  const shown = () => {
    assert.ok(window, 'The window did not open.');
    return window.page;
  };

  before(async () => {
    window = await openWindow({
      vsix: join(repository, 'out/ptm-lens.vsix'),
      file: 'src/support_bot/pictures.py',
      size: { width: 1440, height: 1000 },
    });
    await closeChat(shown());
    await shown()
      .locator('.statusbar-item', { hasText: /\d+ PTM/ })
      .waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await screenshot(shown(), `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(() => window?.close());

  it('open a model from its hover, with its judgement first', async () => {
    const page = shown();
    const id = 'runwayml/stable-diffusion-v1-5';
    await hoverWord(page, id);
    await readHover(page, 'Open model');
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: 'Open model' }).first().click();
    const model = await webview(page, id);
    assert.equal(await model.locator('h1').innerText(), id);
    assert.match(await model.locator('.lead').innerText(), /creativeml-openrail-m — its use is restricted/);
    assert.match(await model.locator('section').first().innerText(), /^May I use it here\?/);
    await model.locator('summary', { hasText: 'clause by clause' }).click();
    await model.locator('td', { hasText: 'there are some, and they are passed on' }).waitFor();
    await inEveryTheme(page, 'panel-model', () => webview(page, id));
  });

  it('go from a model to where it is used', async () => {
    const page = shown();
    const model = await webview(page, 'runwayml/stable-diffusion-v1-5');
    await model.locator('section button', { hasText: 'pictures.py:8' }).first().click();
    await page.locator('.statusbar-item', { hasText: 'Ln 8' }).waitFor();
  });

  it('follow the cursor beside the inventory', async () => {
    const page = shown();
    await openContainer(page, 'PTM Inventory');
    const view = await webview(page, 'Model under the cursor');
    await openFile(page, 'forms.py');
    await clickWord(page, 'FORM_MODEL');
    await view.locator('h1', { hasText: 'microsoft/layoutlmv3-base' }).waitFor();
    await inEveryTheme(page, 'view-model', () => webview(page, 'Model under the cursor'));
  });

  it('have logged no error', () => {
    assert.deepEqual(errorLines(window?.logs ?? '', extensionId), []);
  });
});

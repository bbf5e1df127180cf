import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { errorLines } from '../../scripts/host/extensionLog';
import { repository } from '../../scripts/host/folder';
import { extensionId } from '../../scripts/host/manifest';
import { openFile, runCommand, setTheme } from './driver/commands';
import { clickWord, hoverWord, leave, readHover } from './driver/editor';
import { closeChat, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { readPng } from './driver/pictures';
import { tabOrder } from './driver/tabOrder';
import { accessibility, missedByTab, webview } from './driver/webview';
import { inOneWindow } from './driver/suite';

const themes = [
  ['Light Modern', 'light'],
  ['Dark High Contrast', 'high-contrast'],
  ['Dark Modern', 'dark'],
] as const;

/** Looks at a webview in each theme: a picture, and no fault that axe-core finds. */
async function inEveryTheme(page: Page, name: string, find: () => Promise<Frame>): Promise<void> {
  for (const [theme, short] of themes) {
    await setTheme(page, theme);
    await page.mouse.move(2, 2);
    await page.waitForTimeout(500);
    const frame = await find();
    await screenshot(page, `${name}-${short}`);
    const { violations, passes } = await accessibility(frame);
    assert.ok(passes > 10, `axe-core looked at ${passes} rules only`);
    assert.deepEqual(violations, [], `${name} in ${theme}`);
    console.log(`      axe-core on ${name} in ${theme}: 0 violations, ${passes} rules passed`);
  }
}

/** Answers the editor's own dialog, once it has put its proposal in: it would put it over what is typed before. */
async function saveAs(page: Page, path: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]:visible').first();
  await input.waitFor();
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(100)) {
    if ((await input.inputValue()).includes('licence-flow')) break;
  }
  await input.fill(path);
  await page.keyboard.press('Enter');
}

/** The flows in the text of an SVG, as a parser of the browser's reads it: strictly, and without our style sheet. */
function linksIn(frame: Frame, text: string): Promise<number> {
  return frame.evaluate((svg) => {
    const { DOMParser } = globalThis as unknown as {
      DOMParser: new () => {
        parseFromString(
          text: string,
          type: string,
        ): { querySelectorAll(selector: string): { readonly length: number } };
      };
    };
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return read.querySelectorAll('parsererror').length > 0
      ? -1
      : read.querySelectorAll('path[role=img]').length;
  }, text);
}

describe('the panels', () => {
  const refused: string[] = [];

  const opened = inOneWindow({ size: { width: 1440, height: 1000 } }, async (page) => {
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text()))
        refused.push(`${message.location().url} ${message.text()}`);
    });
    await closeChat(page);
    await openFile(page, 'pictures.py');
    await page.locator('.statusbar-item', { hasText: /\d+ PTM/ }).waitFor();
  });
  const shown = () => opened().page;

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
    assert.deepEqual(await missedByTab(page, model), []);
    const { tabbed, read } = await tabOrder(page, model);
    assert.deepEqual(tabbed, read);
    for (const below of ['usages', 'card']) {
      await model.locator(`#h-${below}`).evaluate((heading) => heading.scrollIntoView());
      await screenshot(page, `panel-model-${below}`);
    }
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
    assert.deepEqual(await missedByTab(page, view), []);
    const { tabbed, read } = await tabOrder(page, view);
    assert.ok(tabbed.length >= 3, 'the view has hardly a control');
    assert.deepEqual(tabbed, read);
  });

  it('draw which licences flow into the project', async () => {
    const page = shown();
    await runCommand(page, 'PTM Lens: Open Licence Flow');
    const flow = await webview(page, 'Licence flow');
    await flow.locator('svg .link').first().waitFor();
    assert.equal(await flow.locator('svg .link').count(), await flow.locator('tbody tr').count());
    await inEveryTheme(page, 'panel-flow', () => webview(page, 'Licence flow'));
    await flow.locator('svg [tabindex="0"]').focus();
    const first = await flow.locator('.said').innerText();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await flow.locator('.said').innerText(), first);
    await screenshot(page, 'panel-flow-focus');
  });

  it('save the flow as a picture', async () => {
    const page = shown();
    const flow = await webview(page, 'Licence flow');
    for (const [label, file] of [
      ['Save as SVG…', 'flow.svg'],
      ['Save as PNG…', 'flow.png'],
    ] as const) {
      await flow.locator('button', { hasText: label }).click();
      const path = join(opened().workspace, file);
      await saveAs(page, path);
      await page.locator('.statusbar-item', { hasText: `Saved ${file}` }).waitFor();
      const bytes = readFileSync(path);
      if (file.endsWith('png')) assert.ok(readPng(bytes).width > 800);
      else assert.equal(await linksIn(flow, bytes.toString('utf8')), await flow.locator('svg .link').count());
      copyFileSync(path, join(repository, 'out/screenshots', `saved-${file}`));
    }
  });

  it('answer SQL, with the keyboard alone', async () => {
    const page = shown();
    await runCommand(page, 'PTM Lens: Open SQL Console');
    const sql = await webview(page, 'SQL console');
    await sql.locator('select').selectOption({ index: 3 });
    await sql.locator('textarea').focus();
    await page.keyboard.press('Control+Enter');
    await sql.locator('[role=status]', { hasText: /rows?\./ }).waitFor();
    const cell = () => sql.locator('tbody tr').first().locator('td').first().innerText();
    const before = await cell();
    await sql.locator('thead button').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await sql.locator('th').first().getAttribute('aria-sort'), 'ascending');
    await page.keyboard.press('Enter');
    assert.equal(await sql.locator('th').first().getAttribute('aria-sort'), 'descending');
    assert.notEqual(await cell(), before);
    await inEveryTheme(page, 'panel-sql', () => webview(page, 'SQL console'));
    await sql.locator('button', { hasText: 'Copy as CSV' }).focus();
    await page.keyboard.press('Enter');
    await sql.locator('[role=status]', { hasText: 'Copied.' }).waitFor();
    assert.deepEqual(await missedByTab(page, sql), []);
  });

  it('say in words what is wrong with a statement, and stop one that does not end', async () => {
    const page = shown();
    const sql = await webview(page, 'SQL console');
    await sql.locator('textarea').fill('SELECT nonsense FROM models');
    await sql.locator('button', { hasText: 'Run' }).click();
    await sql.locator('[role=status]', { hasText: /No answer: line 1, column 8: no such column/ }).waitFor();
    await sql
      .locator('textarea')
      .fill('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n');
    await sql.locator('button', { hasText: 'Run' }).click();
    await sql.locator('button', { hasText: 'Stop' }).click();
    await sql.locator('[role=status]', { hasText: 'it was stopped' }).waitFor();
    await sql.locator('textarea').fill('SELECT 1 AS one');
    await sql.locator('button', { hasText: 'Run' }).click();
    await sql.locator('[role=status]', { hasText: '1 row.' }).waitFor();
  });

  it('show a hostile id as the text it is, wherever it is shown', async () => {
    const page = shown();
    const start = '<img src=x onerror=document.title=1>';
    const id = `${start}[x](command:workbench.action.quit) $(alert) \u05d0\u202e`;
    writeFileSync(
      join(opened().workspace, 'hostile.py'),
      `from transformers import AutoModel\nBAD = "${id}"\nAutoModel.from_pretrained(BAD)\nLONG = "${'m'.repeat(500)}"\nAutoModel.from_pretrained(LONG)\n`,
    );
    await openFile(page, 'hostile.py');
    await hoverWord(page, 'BAD');
    const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: start }).first();
    await hover.waitFor();
    assert.match(
      await hover.innerText(),
      /\[x\]\(command:workbench\.action\.quit\) \$\(alert\) \u05d0\\u\{202e\}/,
    );
    assert.equal(await hover.locator('img').count(), 0);
    const targets = await hover
      .locator('a')
      .evaluateAll((links) => links.map((each) => each.dataset['href'] ?? ''));
    assert.deepEqual(
      targets.filter((target) => !/^command:ptmLens\./.test(target)),
      [],
    );
    await screenshot(page, 'hover-hostile');
    await leave(page);
    const row = page.locator('.sidebar .monaco-list-row', { hasText: start }).first();
    await row.waitFor();
    assert.equal(await row.locator('img, a[href^="command:workbench"]').count(), 0);
    await clickWord(page, 'BAD');
    const view = await webview(page, 'Model under the cursor');
    const title = view.locator('h1', { hasText: start });
    await title.waitFor();
    assert.match(await title.innerText(), /command:workbench\.action\.quit\) \$\(alert\) \u05d0\\u\{202e\}$/);
    assert.equal(await view.locator('img').count(), 0);
    await screenshot(page, 'view-model-hostile');
    assert.deepEqual((await accessibility(view)).violations, []);
    await clickWord(page, 'LONG');
    await view.locator('h1', { hasText: 'm'.repeat(500) }).waitFor();
    const overflow = await view.locator('html').evaluate((each) => each.scrollWidth - each.clientWidth);
    assert.ok(overflow <= 0, `the view scrolls sideways by ${overflow} pixels`);
  });

  it('follow the inventory', async () => {
    const page = shown();
    await runCommand(page, 'PTM Lens: Open Licence Flow');
    const flow = await webview(page, 'Licence flow');
    await flow.locator('tbody tr', { hasText: 'not in the catalogue' }).waitFor();
  });

  it('come back when the window is opened again', async () => {
    const page = shown();
    await page.reload();
    await page.locator('.monaco-workbench .part.sidebar').waitFor();
    await page.locator('.tab', { hasText: 'Licence flow' }).click();
    const flow = await webview(page, 'Licence flow');
    await flow.locator('tbody tr', { hasText: 'Apache-2.0' }).first().waitFor();
    await page.locator('.tab', { hasText: 'runwayml/stable-diffusion-v1-5' }).click();
    const model = await webview(page, 'runwayml/stable-diffusion-v1-5');
    await model.locator('h2', { hasText: 'May I use it here?' }).waitFor();
  });

  it('load and run nothing that their policy refuses', () => {
    assert.deepEqual(
      refused.filter((each) => /ptm-lens|dist\/webview|panel\.css/.test(each)),
      [],
    );
  });

  it('have logged no error', () => {
    assert.deepEqual(errorLines(opened().logs, extensionId), []);
  });
});

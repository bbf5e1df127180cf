import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openFile } from './driver/commands';
import { closeChat, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

const files = 200;
const perFile = 50;
const model = 'google-bert/bert-base-uncased';

/** Ten thousand usages of one model, and a few of another. */
function makeTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'ptm-lens-many-'));
  const load = (id: string, index: number) => `m${index} = AutoModel.from_pretrained("${id}")`;
  const source = (id: string, count: number) =>
    [
      'from transformers import AutoModel',
      ...Array.from({ length: count }, (_, index) => load(id, index)),
      '',
    ].join('\n');
  for (let number = 0; number < files; number++)
    writeFileSync(join(root, `part_${String(number).padStart(3, '0')}.py`), source(model, perFile));
  writeFileSync(join(root, 'peer.py'), source('openai-community/gpt2', 3));
  return root;
}

describe('ten thousand usages of one model', () => {
  const root = makeTree();
  const opened = inOneWindow({ workspace: root, size: { width: 1280, height: 900 } }, closeChat);
  const shown = () => opened().page;
  let rows: Locator;

  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens a row of the inventory with the keyboard. The ms until its first child shows. */
  async function open(row: Locator, child: RegExp): Promise<number> {
    await row.locator('.monaco-tl-twistie').waitFor();
    await row.click();
    await rows
      .filter({ hasText: child })
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    const start = Date.now();
    await shown().keyboard.press('ArrowRight');
    await rows.filter({ hasText: child }).first().waitFor();
    return Date.now() - start;
  }

  it('are counted', async () => {
    const page = shown();
    rows = await openContainer(page, 'PTM Inventory');
    await page.locator('.sidebar', { hasText: '2 models in 10003 usages' }).waitFor();
    await rows.filter({ hasText: model }).filter({ hasText: '10000 usages' }).waitFor();
  });

  it('are listed to the last one, and the row is opened as soon as another is', async () => {
    const page = shown();
    const few = await open(rows.filter({ hasText: /^openai-community\/gpt2/ }), /^peer\.py:2/);
    await page.keyboard.press('ArrowLeft');
    const many = await open(rows.filter({ hasText: model }), /^part_000\.py:2/);
    console.log(`      first row of 3 usages after ${few} ms, of 10,000 after ${many} ms`);
    await screenshot(page, 'inventory-many');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await rows.filter({ hasText: /^part_199\.py:51/ }).waitFor();
    // A loaded machine takes seconds for either.
    assert.ok(many < few + 15_000, `it took ${many} ms to open, a row of three ${few} ms`);
  });

  it('leave the window to be typed in while their list is open', async () => {
    const page = shown();
    await openFile(page, 'peer.py');
    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('m9 = AutoModel.from_pretrained("facebook/bart-large-cnn")');
    await page.keyboard.press('Escape');
    await page.locator('.sidebar', { hasText: '3 models in 10004 usages' }).waitFor();
    await rows.filter({ hasText: /^part_199\.py:51/ }).waitFor();
  });
});

/** What model cards say, in a real window: the hover and the model's page, with the lines of evidence and what is missing. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile, runCommand } from './driver/commands';
import { clickWord, hoverWord, leave, readHover } from './driver/editor';
import { closeChat, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';
import { webview } from './driver/webview';

const card = `---
license: cc-by-4.0
language: [en, nl]
datasets: [wading-birds]
---
# Heron

Heron is a fine-tuned version of [org/heron-base](https://huggingface.co/org/heron-base) with 125M parameters.
It was trained on 8 A100 GPUs for 3 epochs with a batch size of 64.

## Evaluation

| Data | F1 |
|---|---|
| marsh | 91.3 |
| lagoon | 88.0 |

## Limitations

It does not know penguins, and it takes any grey bird for a heron.
`;

describe('model cards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-cards-'));
  mkdirSync(join(folder, 'models/heron'), { recursive: true });
  writeFileSync(join(folder, 'models/heron/README.md'), card);
  writeFileSync(join(folder, 'LICENSE'), 'Apache License\nVersion 2.0, January 2004\n');
  writeFileSync(
    join(folder, 'app.py'),
    'from transformers import AutoModel\n\nown = AutoModel.from_pretrained("./models/heron")\n' +
      'other = AutoModel.from_pretrained("dslim/bert-large-NER")\n',
  );

  const opened = inOneWindow({ workspace: folder, size: { width: 1440, height: 1000 } }, async (page) => {
    await closeChat(page);
    await openFile(page, 'app.py');
    await page.locator('.statusbar-item', { hasText: /\d+ PTM/ }).waitFor();
  });
  const shown = () => opened().page;

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('of a folder are in the hover: licence, base, data and the most useful of the rest', async () => {
    const page = shown();
    await hoverWord(page, './models/heron');
    const text = await readHover(page, /its card says cc-by-4\.0/);
    for (const said of [/org\/heron-base/, /wading-birds/, /penguins/, /F1/]) assert.match(text, said);
    await screenshot(page, 'hover-local-card');
    await leave(page);
  });

  it('of a folder fill its page, each field with a way to its line, and what is missing', async () => {
    const page = shown();
    await openContainer(page, 'PTM Inventory');
    await clickWord(page, './models/heron');
    const view = await webview(page, 'Model under the cursor');
    await view.locator('h1', { hasText: 'models/heron' }).waitFor();
    const text = await view.locator('body').innerText();
    assert.match(text, /125,000,000 parameters\s*models\/heron\/README\.md:8/);
    assert.match(text, /Missing on the card: .*Carbon emitted/);
    await view.locator('#h-card').evaluate((heading) => heading.scrollIntoView());
    await screenshot(page, 'view-local-card');
  });

  it('of a model of the catalogue are in its hover and on its page, with what is missing', async () => {
    const page = shown();
    await openFile(page, 'app.py');
    await hoverWord(page, 'dslim/bert-large-NER');
    await readHover(page, /conll2003/);
    await screenshot(page, 'hover-catalogue-card');
    await leave(page);
    await clickWord(page, 'dslim/bert-large-NER');
    await runCommand(page, 'PTM Lens: Open Model');
    const panel = await webview(page, 'dslim/bert-large-NER');
    const heading = panel.locator('#h-card');
    await heading.evaluate((one) => one.scrollIntoView());
    const text = await panel.locator('body').innerText();
    assert.match(text, /V100/);
    assert.match(text, /Missing on the card: .*Carbon emitted/);
    await screenshot(page, 'panel-catalogue-card');
  });
});

import assert from 'node:assert/strict';
import { errorLines } from '../../scripts/host/extensionLog';
import { extensionId } from '../../scripts/host/manifest';
import { openFile, setTheme } from './driver/commands';
import { hoverWord, leave, readHover } from './driver/editor';
import { closeChat, filterProblems, focusProblems, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

const paperModel = 'facebook/dpr-question_encoder-single-nq-base';

describe('the packaged extension in a window', () => {
  const opened = inOneWindow({ size: { width: 1280, height: 960 } }, closeChat);
  const shown = () => opened().page;

  it('shows model and licence when the mouse rests on an id', async () => {
    const page = shown();
    await openFile(page, 'retrieval.py');
    await hoverWord(page, paperModel);
    const said = await readHover(page, paperModel);
    assert.match(said, /cc-by-nc-4\.0/i);
    await screenshot(page, 'hover');
  });

  it('lists the findings of the whole workspace in Problems', async () => {
    const page = shown();
    await leave(page);
    await focusProblems(page);
    await screenshot(page, 'problems');
    for (const model of ['clip-italian/clip-italian', paperModel]) {
      const rows = await filterProblems(page, model);
      await rows.first().waitFor();
    }
    await filterProblems(page, '');
  });

  it('lists the models of the workspace in the inventory', async () => {
    const page = shown();
    const rows = await openContainer(page, 'PTM Inventory');
    await rows.filter({ hasText: 'bert-base-uncased' }).first().waitFor();
    assert.ok((await rows.count()) >= 10);
    await screenshot(page, 'inventory');
    await hoverWord(page, paperModel);
    await readHover(page, paperModel);
    await screenshot(page, 'overview');
  });

  it('says the number of models in the status bar', async () => {
    const item = shown().locator('.statusbar-item', { hasText: /\d+ PTM/ });
    await item.waitFor();
  });

  it('can be read in dark and in high contrast', async () => {
    const page = shown();
    await setTheme(page, 'Dark Modern');
    await hoverWord(page, paperModel);
    await readHover(page, 'Open model');
    await screenshot(page, 'dark');
    await leave(page);
    await setTheme(page, 'Dark High Contrast');
    await screenshot(page, 'high-contrast');
  });

  it('has logged no error', () => {
    assert.deepEqual(errorLines(opened().logs, extensionId), []);
  });
});

import assert from 'node:assert/strict';
import { openFile } from './driver/commands';
import { hoverWord, leave, readHover } from './driver/editor';
import { openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

describe('the extension in Simplified Chinese', () => {
  // A list draws the rows that fit, and the last one is looked for.
  const opened = inOneWindow({ language: 'zh-cn', size: { width: 1280, height: 1300 } });

  it('speaks it in the manifest, the inventory and the hover', async () => {
    const { page } = opened();
    const rows = await openContainer(page, 'PTM 清单');
    await rows.filter({ hasText: /^未解析/ }).waitFor();
    await page.locator('.sidebar', { hasText: '23 处使用，22 个模型' }).waitFor();
    await openFile(page, 'forms.py');
    await hoverWord(page, 'FORM_MODEL');
    assert.match(await readHover(page, '不得商业使用'), /CC-BY-NC-SA-4\.0/);
    await screenshot(page, 'chinese');
    await leave(page);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './driver/commands';
import { plainTyping, typeFor } from './driver/typing';
import { inOneWindow } from './driver/suite';

const start = 'from transformers import AutoModel\n';
const files = 3000;
const minute = 60;

/** Many files that load models, so that the scan goes on while somebody types. */
function makeTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'ptm-lens-typing-'));
  for (let number = 0; number < files; number++) {
    const folder = join(root, `part_${String(number % 40)}`);
    mkdirSync(folder, { recursive: true });
    const calls = Array.from(
      { length: 20 },
      (_, index) => `m${index} = AutoModel.from_pretrained("me/model-${number}")`,
    );
    writeFileSync(join(folder, `load_${String(number)}.py`), start + calls.join('\n') + '\n');
  }
  writeFileSync(join(root, 'typed.py'), start);
  return root;
}

describe('typing for a minute while a scan runs', () => {
  const root = makeTree();
  const opened = inOneWindow({ workspace: root, file: 'typed.py', settings: plainTyping });

  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('loses no key', async function () {
    this.timeout(5 * 60_000);
    const { page, workspace } = opened();
    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Control+End');
    const typed = await typeFor(page, minute);
    await runCommand(page, 'File: Save');
    await page.locator('.tabs-container .tab.active.dirty').waitFor({ state: 'detached' });
    assert.ok(typed.length > 200, 'nearly nothing was typed');
    assert.equal(readFileSync(join(workspace, 'typed.py'), 'utf8'), start + typed);
    await page.locator('.statusbar-item', { hasText: /\d+ PTM/ }).waitFor();
  });
});

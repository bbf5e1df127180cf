import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { errorLines } from '../../scripts/host/extensionLog';
import { extensionId } from '../../scripts/host/manifest';
import { packElsewhere } from './driver/elsewhere';
import { hoverWord, leave, readHover } from './driver/editor';
import { filterProblems, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';

/** What a repository on a server looks like to the extension: a folder that no disk path leads to. */
const files = {
  'pyproject.toml': '[project]\nname = "elsewhere"\nlicense = "Apache-2.0"\n',
  'names.py': 'SCORER = "clip-italian/clip-italian"\n',
  'scoring.py':
    'from transformers import CLIPModel\n\nfrom names import SCORER\n\nmodel = CLIPModel.from_pretrained(SCORER)\n',
};

describe('the extension in a folder of another file system', () => {
  const empty = mkdtempSync(join(tmpdir(), 'ptm-lens-empty-'));
  let packed: string | undefined;

  const opened = inOneWindow(async () => {
    const { vsix, folder } = await packElsewhere(files);
    packed = dirname(vsix);
    return { others: [vsix], workspace: empty, folders: [folder] };
  });
  const shown = () => opened().page;

  after(() => {
    for (const folder of [empty, packed]) if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('reads it, follows an id from file to file, and judges by its licence', async () => {
    const page = shown();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'scoring.py' }).dblclick();
    await page.locator('.editor-instance .view-line').first().waitFor();
    await hoverWord(page, 'SCORER');
    const said = await readHover(page, 'clip-italian/clip-italian');
    assert.match(said, /GPL-3\.0-only, does not fit this project \(Apache-2\.0\)/);
    assert.match(said, /names\.py:1/);
    await leave(page);
  });

  it('lists its models and findings', async () => {
    const page = shown();
    const rows = await openContainer(page, 'PTM Inventory');
    await rows.filter({ hasText: /^clip-italian\/clip-italian/ }).waitFor();
    const problems = await filterProblems(page, 'clip-italian/clip-italian');
    await problems.filter({ hasText: 'license-incompatible' }).first().waitFor();
    await screenshot(page, 'elsewhere');
  });

  it('has logged no error', () => {
    assert.deepEqual(errorLines(opened().logs, extensionId), []);
  });
});

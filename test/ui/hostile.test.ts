import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { errorLines } from '../../scripts/host/extensionLog';
import { extensionId } from '../../scripts/host/manifest';
import type { ModelRecord } from '../../src/db/record';
import { loadSqlite } from '../../src/db/sqlite';
import { writeCatalogue } from '../../src/db/write';
import { record } from '../unit/present/samples';
import { openFile, runCommand } from './driver/commands';
import { clickWord, hoverWord, leave, readHover } from './driver/editor';
import { closeChat, filterProblems, openContainer } from './driver/panes';
import { screenshot } from './driver/screenshot';
import { inOneWindow } from './driver/suite';
import { accessibility, webview } from './driver/webview';

/** HTML, Markdown, an icon, a command, text that turns round, and characters that are not seen. */
const attack =
  '<img src=x onerror=alert(1)> **bold** [x](command:workbench.action.quit) $(alert) \u202e\u0007\u200b';
/** As it has to be shown: as the text it is, with what is hidden written out. */
const inert =
  /<img src=x onerror=alert\(1\)> \*\*bold\*\* \[x\]\(command:workbench\.action\.quit\) \$\(alert\)/;

const hostile: ModelRecord = record({
  id: 'evil/innocent-name',
  license: { id: 'other', name: attack, link: 'command:workbench.action.quit' },
  task: attack,
  library: attack,
  frameworks: [attack],
  languages: [attack],
  architectures: [attack],
  datasets: [attack],
  baseModels: [`evil/${attack}`],
  papers: ['javascript:alert(1)'],
  card: {
    datasets: attack,
    limitationAndBias: [attack, '<script>alert(1)</script>'],
    githubRepo: 'command:workbench.action.quit',
    paper: 'javascript:alert(1)',
    demo: '[click](command:workbench.action.quit)',
  },
  sources: {
    license: { name: attack, date: attack },
    popularity: { name: attack, date: '2024-07-11' },
    description: { name: attack, date: '2024-07-11' },
    card: { name: attack, date: '2024-07-11' },
  },
});

/** What the catalogue says another id has become: hostile as far as an id may be that a catalogue takes. */
const markup = '<img/src=x>**bold**[x](command:quit)$(alert)\u200b';
const moved: ModelRecord = record({ id: `evil/${markup}`, license: null });
const alias = {
  alias: 'evil/old-name',
  hub: 'huggingface',
  id: moved.id,
  kind: 'moved',
  library: '',
} as const;

/** A file in which somebody sends a catalogue. */
async function writeHostile(file: string): Promise<void> {
  const wasm = createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm');
  const sqlite = await loadSqlite(readFileSync(wasm));
  const sources = [{ name: attack, date: '2024-07-11' }];
  writeFileSync(
    file,
    writeCatalogue(sqlite, { asOf: '2026-11-21', sources, records: [hostile, moved], aliases: [alias] }),
  );
}

/** Answers the editor's own dialog: it puts its proposal in first, and looks the path up that is typed over it. */
async function openByDialog(page: Page, file: string): Promise<void> {
  const dialog = page.locator('.quick-input-widget:visible');
  const input = dialog.locator('input[type="text"]').first();
  await dialog.locator('.monaco-list-row', { hasText: '..' }).first().waitFor();
  for (let tries = 0; tries < 10 && (await dialog.isVisible()); tries++) {
    await input.fill(file);
    await page.waitForTimeout(1000);
    await dialog
      .locator('.monaco-button', { hasText: 'Import' })
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await dialog.waitFor({ state: 'hidden', timeout: 3000 }).catch(() => undefined);
  }
}

/** Nothing in it is a picture, a script or a frame that we did not make, and each link leads where our links lead. */
async function assertInert(shown: Locator): Promise<void> {
  assert.equal(await shown.locator('img, script, iframe, object, embed').count(), 0);
  assert.equal(await shown.locator('strong, b', { hasText: /^bold$/ }).count(), 0);
  const targets = await shown
    .locator('a')
    .evaluateAll((links) => links.map((each) => each.dataset['href'] || (each.getAttribute('href') ?? '')));
  const strange = targets.filter(
    (target) => !/^(?:command:ptmLens\.|https:\/\/|vscode-|file:|#?$)/.test(target),
  );
  assert.deepEqual(strange, []);
}

describe('a hostile catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-hostile-'));
  writeFileSync(join(folder, 'LICENSE'), 'Apache License\nVersion 2.0, January 2004\n');
  writeFileSync(
    join(folder, 'evil.py'),
    'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("evil/innocent-name")\n' +
      'old = AutoModel.from_pretrained("evil/old-name")\n',
  );

  const settings = { 'ptmLens.severity': { 'model-moved': 'warning' } };
  const opened = inOneWindow(
    { workspace: folder, settings, size: { width: 1440, height: 1000 } },
    async (page) => {
      await closeChat(page);
      await openFile(page, 'evil.py');
      await page.locator('.statusbar-item', { hasText: /\d+ PTM/ }).waitFor();
    },
  );
  const shown = () => opened().page;

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is taken over by its command', async () => {
    const page = shown();
    const file = join(folder, 'gift.sqlite');
    await writeHostile(file);
    await runCommand(page, 'PTM Lens: Import Catalogue or PeaTMOSS.db…');
    await openByDialog(page, file);
    await page.locator('.notification-list-item', { hasText: '2 models from' }).waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
  });

  it('is text in the hover', async () => {
    const page = shown();
    await hoverWord(page, 'evil/innocent-name');
    assert.match(await readHover(page, inert), inert);
    const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden)').first();
    await screenshot(page, 'hover-hostile-catalogue');
    await assertInert(hover);
    assert.doesNotMatch(await hover.innerText(), /[\u202e\u0007\u200b]/);
    await leave(page);
  });

  it('is text in Problems', async () => {
    const page = shown();
    const rows = await filterProblems(page, 'evil/old-name');
    const row = rows.first();
    await row.waitFor();
    await screenshot(page, 'problems-hostile-catalogue');
    assert.match(await row.innerText(), /evil\/<img\/src=x>\*\*bold\*\*\[x\]\(command:quit\)\$\(alert\)/);
    assert.doesNotMatch(await row.innerText(), /\u200b/);
    assert.equal(await row.locator('.codicon-alert').count(), 0);
    await assertInert(row);
    await filterProblems(page, '');
  });

  it('is text in the inventory', async () => {
    const page = shown();
    const rows = await openContainer(page, 'PTM Inventory');
    const row = rows.filter({ hasText: 'evil/innocent-name' }).first();
    await row.waitFor();
    assert.match(await row.innerText(), /<img src=x onerror=alert\(1\)> \*\*bold\*\*/);
    assert.equal(await row.locator('.codicon-alert').count(), 0);
    await assertInert(row);
  });

  it('is text in the model view and in the panel', async () => {
    const page = shown();
    await clickWord(page, 'evil/innocent-name');
    const view = await webview(page, 'Model under the cursor');
    await view.locator('h1', { hasText: 'evil/innocent-name' }).waitFor();
    await runCommand(page, 'PTM Lens: Open Model');
    const panel = await webview(page, 'evil/innocent-name');
    await screenshot(page, 'panel-hostile-catalogue');
    for (const frame of [view, panel]) {
      const body = frame.locator('body');
      const said = await body.innerText();
      assert.match(said, inert);
      assert.match(said, /<script>alert\(1\)<\/script>/);
      assert.doesNotMatch(said, /[\u202e\u0007\u200b]/);
      await assertInert(frame.locator('main'));
      assert.deepEqual((await accessibility(frame)).violations, []);
    }
  });

  it('has logged no error', () => {
    assert.deepEqual(errorLines(opened().logs, extensionId), []);
  });
});

import type { Page } from 'playwright-core';

const input = '.quick-input-widget input';

/** Runs a command by its title, as a person does: F1, type, Enter. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openQuickInput(page, 'F1');
  await choose(page, `>${title}`);
}

/** Presses a key until the quick input shows: on a loaded machine a press may close it, or fall into a window that is busy. */
async function openQuickInput(page: Page, key: string): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    await page.keyboard.press(key);
    const shown = await page
      .locator(input)
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
    if (shown) return;
  }
}

/** Opens a file of the workspace by its name, and waits for its text. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pickFile(page, name);
  const base = name.slice(name.lastIndexOf('/') + 1);
  await page.locator(`.tabs-container .tab.active[data-resource-name="${base}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Picks a file by its name. A list that was made before the file was there does not hear of it: then it is opened again. */
async function pickFile(page: Page, name: string, tries = 5): Promise<void> {
  await openQuickInput(page, 'Control+P');
  await page.locator(input).fill(name);
  const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: name }).first();
  try {
    await row.waitFor({ timeout: 12_000 });
  } catch (error) {
    if (tries <= 1) throw error;
    await page.keyboard.press('Escape');
    return pickFile(page, name, tries - 1);
  }
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/** Sets a colour theme for this window's user: `Dark Modern`, `Light Modern`, `Dark High Contrast`. */
export async function setTheme(page: Page, theme: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await choose(page, theme);
}

/** Types into the open quick input and takes the first row that it offers for the text. */
export async function choose(page: Page, text: string): Promise<void> {
  const wanted = text.replace(/^>/, '');
  await page.locator(input).waitFor();
  await page.locator(input).fill(text);
  const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: wanted }).first();
  await row.waitFor();
  await row.click();
  // The command may open the next quick input at once: that this row is gone tells that it was taken.
  await row.waitFor({ state: 'hidden' });
}

import type { Locator, Page } from 'playwright-core';

const input = '.quick-input-widget input';

/** Runs a command by its title, as a person does: F1, type, Enter. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, 'F1', `>${title}`);
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
  await pick(page, 'Control+P', name);
  const base = name.slice(name.lastIndexOf('/') + 1);
  await page.locator(`.tabs-container .tab.active[data-resource-name="${base}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/**
 * Opens the quick input by a key and takes the first row for a text; opens it again where no row comes: a list of files that was made
 * before the file was there does not hear of it, and an editor that opens late takes the focus, which closes the input.
 */
async function pick(page: Page, key: string, text: string, tries = 5): Promise<void> {
  await openQuickInput(page, key);
  const row = rowFor(page, text);
  try {
    await page.locator(input).fill(text, { timeout: 12_000 });
    await row.waitFor({ timeout: 12_000 });
  } catch (error) {
    if (tries <= 1) throw error;
    await page.keyboard.press('Escape');
    return pick(page, key, text, tries - 1);
  }
  await take(row);
}

/** Sets a colour theme for this window's user: `Dark Modern`, `Light Modern`, `Dark High Contrast`. */
export async function setTheme(page: Page, theme: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await choose(page, theme);
}

/** Types into the open quick input and takes the first row that it offers for the text. */
export async function choose(page: Page, text: string): Promise<void> {
  await page.locator(input).waitFor();
  await page.locator(input).fill(text);
  await rowFor(page, text).waitFor();
  await take(rowFor(page, text));
}

function rowFor(page: Page, text: string): Locator {
  const hasText = text.replace(/^>/, '');
  return page.locator('.quick-input-widget .monaco-list-row').filter({ hasText }).first();
}

/** The row may open the next quick input at once: that it is gone tells that it was taken. */
async function take(row: Locator): Promise<void> {
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

import type { Locator, Page } from 'playwright-core';

const shownHover = '.monaco-editor .monaco-hover:not(.hidden)';

/**
 * Rests the mouse on a text of the open file until a hover shows; the text must lie within one coloured token. An editor
 * that is still starting has nobody to ask and does not ask again, so the mouse goes away and comes back.
 */
export async function hoverWord(page: Page, word: string, tries = 10): Promise<void> {
  await leave(page);
  await tokens(page, word).first().hover();
  try {
    await page.locator(shownHover).first().waitFor({ timeout: 3_000 });
  } catch (error) {
    if (tries <= 1) throw error;
    await hoverWord(page, word, tries - 1);
  }
}

/** What the hover says, once it says `expected`: VS Code shows it first and fills it as providers answer. */
export async function readHover(page: Page, expected: string | RegExp): Promise<string> {
  const hover = page.locator(shownHover).filter({ hasText: expected }).first();
  await hover.waitFor();
  return hover.innerText();
}

/** Puts the cursor behind a text of the open file. */
export async function clickWord(page: Page, word: string): Promise<void> {
  await leave(page);
  await tokens(page, word).first().click();
}

/**
 * Opens the quick fixes where the cursor stands. The row of the one that is wanted. The editor shows a bulb once it has been told of
 * fixes; a list that was opened for an older answer closes when the next one comes, so the key is pressed again.
 */
export async function openQuickFix(page: Page, title: string, tries = 6): Promise<Locator> {
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: title });
  await page.locator('.lightBulbWidget:visible, [class*="gutter-lightbulb"]').first().waitFor();
  await page.keyboard.press('Control+.');
  try {
    await fix.waitFor({ timeout: 5_000 });
    return fix;
  } catch (error) {
    if (tries <= 1) throw error;
    return openQuickFix(page, title, tries - 1);
  }
}

/** Moves the mouse to where nothing answers, and waits until the last hover is gone. */
export async function leave(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.locator(shownHover).first().waitFor({ state: 'hidden' });
}

function tokens(page: Page, word: string): Locator {
  return page.locator('.monaco-editor .view-line span span').filter({ hasText: word });
}

import type { Locator, Page } from 'playwright-core';
import { runCommand } from './commands';

/** Opens Problems. Its rows, files and findings alike. */
export async function focusProblems(page: Page): Promise<Locator> {
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel').waitFor();
  return page.locator('.markers-panel .monaco-list-row');
}

/** Shows those problems alone that hold a text: of a long list the window draws only what fits. */
export async function filterProblems(page: Page, text: string): Promise<Locator> {
  const rows = await focusProblems(page);
  await page.locator('.part.panel input[placeholder^="Filter"]').fill(text);
  return rows.filter({ hasText: text });
}

/** Opens a view container by its title in the activity bar. The rows of its views. */
export async function openContainer(page: Page, title: string): Promise<Locator> {
  const tab = page.locator(`.activitybar .action-item:has([aria-label*="${title}"])`);
  await tab.waitFor();
  if (!(await tab.evaluate((item) => item.classList.contains('checked')))) await tab.click();
  await page.locator('.sidebar .composite.title', { hasText: title }).waitFor();
  return page.locator('.sidebar .monaco-list-row');
}

/** The chat side bar and the notifications open by themselves and take room. */
export async function closeChat(page: Page): Promise<void> {
  if (await page.locator('.part.auxiliarybar').isVisible()) {
    await runCommand(page, 'View: Close Secondary Side Bar');
    await page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
  }
}

export async function clearNotifications(page: Page): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
}

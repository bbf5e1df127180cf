import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The inside of the webview whose document has a title, once it has drawn itself. */
export async function webview(page: Page, title: string): Promise<Frame> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if (await isDrawn(frame, title).catch(() => false)) return frame;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`No webview has the title ${title}.`);
}

async function isDrawn(frame: Frame, title: string): Promise<boolean> {
  return (await frame.title()) === title && (await frame.locator('main h1').count()) > 0;
}

/** What axe-core finds wrong in a webview: one line for each element. An empty list is a pass; `passes` says that it looked. */
export async function accessibility(frame: Frame): Promise<{ violations: string[]; passes: number }> {
  await frame.evaluate(axeScript);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
          passes: unknown[];
        }>;
      };
    };
    const { violations, passes } = await axe.run();
    return {
      violations: violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
      ),
      passes: passes.length,
    };
  });
}

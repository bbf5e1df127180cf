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

/** Presses Tab through a webview, and says which of its controls it did not come to, or came to without a ring around it. */
export async function missedByTab(page: Page, frame: Frame): Promise<string[]> {
  const controls = frame.locator('button:enabled, a[href], summary, textarea, select, [tabindex="0"]');
  const wanted = new Set<string>();
  for (const control of await controls.all()) {
    if (await control.isVisible()) wanted.add(await control.evaluate<string, Control>(nameOf));
  }
  await controls.first().focus();
  // The way out of the frame and back into it takes some more.
  for (let left = 2 * wanted.size + 60; left > 0 && wanted.size > 0; left--) {
    const focused = frame.locator(':focus');
    if ((await focused.count()) > 0 && (await focused.evaluate<boolean, Control>(hasRing)))
      wanted.delete(await focused.evaluate<string, Control>(nameOf));
    await page.keyboard.press('Tab');
  }
  return [...wanted];
}

/** What these need of an element: the scripts here are made without the browser's types. */
interface Control {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly ownerDocument: {
    querySelectorAll(selector: string): Iterable<unknown>;
    readonly defaultView: {
      getComputedStyle(control: Control): { readonly outlineStyle: string; readonly stroke: string };
    };
  };
}

function nameOf(control: Control): string {
  const all = [...control.ownerDocument.querySelectorAll('*')];
  return `${all.indexOf(control)} ${control.tagName} ${control.textContent?.slice(0, 40) ?? ''}`;
}

/** A line around it, or a stroke where it is part of a picture. */
function hasRing(control: Control): boolean {
  const { outlineStyle, stroke } = control.ownerDocument.defaultView.getComputedStyle(control);
  return outlineStyle !== 'none' || stroke !== 'none';
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

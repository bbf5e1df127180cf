import type { Frame, Page } from 'playwright-core';

/** A control of a webview: its words and where it stands. */
interface Stop {
  readonly name: string;
  readonly top: number;
  readonly left: number;
}

/** Lines of text that share a row differ by a few pixels. */
const sameRow = 10;

const controls = 'button:enabled, a[href], summary, textarea, select, [tabindex="0"]';

/** Where Tab leads from the first control on, and the order in which a reader comes to the same controls: they should be equal. */
export async function tabOrder(
  page: Page,
  frame: Frame,
): Promise<{ readonly tabbed: string[]; readonly read: string[] }> {
  const stops = await visibleStops(frame);
  await frame.locator(controls).first().focus();
  const tabbed: string[] = [];
  for (let left = stops.length; left > 0; left--) {
    tabbed.push(await frame.locator(':focus').evaluate<string, Named>(nameOf));
    await page.keyboard.press('Tab');
  }
  return { tabbed, read: inReadingOrder(stops).map(({ name }) => name) };
}

/** Which columns and rows a control shares is told by its boxes: the first one, where a link goes over two lines. */
async function visibleStops(frame: Frame): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const control of await frame.locator(controls).all()) {
    if (!(await control.isVisible())) continue;
    const [name, left = 0, top = 0] = await control.evaluate<[string, number?, number?], Named>((each) => {
      const [box] = each.getClientRects();
      const number = [...each.ownerDocument.querySelectorAll('*')].indexOf(each);
      return [`${number} ${each.textContent?.slice(0, 40) ?? ''}`, box?.left, box?.top];
    });
    stops.push({ name, left, top });
  }
  return stops;
}

function inReadingOrder(stops: readonly Stop[]): Stop[] {
  return [...stops].sort((a, b) => (Math.abs(a.top - b.top) > sameRow ? a.top - b.top : a.left - b.left));
}

/** What these need of an element: the scripts here are made without the browser's types. */
interface Named {
  readonly textContent: string | null;
  readonly ownerDocument: { querySelectorAll(selector: string): Iterable<unknown> };
  getClientRects(): Iterable<{ readonly left: number; readonly top: number }>;
}

function nameOf(each: Named): string {
  const number = [...each.ownerDocument.querySelectorAll('*')].indexOf(each);
  return `${number} ${each.textContent?.slice(0, 40) ?? ''}`;
}

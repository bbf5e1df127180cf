/** What a reader has in hand, found again after the page was drawn anew. */
interface Hold {
  readonly scroll: number;
  readonly open: ReadonlySet<string>;
  readonly focused: number;
}

const focusable = 'button, a[href], summary, [tabindex="0"], textarea, select, input';

/** Draws anew and puts scroll, folds and focus back where they were, as far as the new page has the like. */
export function redraw(root: HTMLElement, draw: () => readonly Node[], same: boolean): void {
  const hold = same ? takeHold(root) : null;
  root.replaceChildren(...draw());
  if (hold) putBack(root, hold);
  else window.scrollTo(0, 0);
}

function takeHold(root: HTMLElement): Hold {
  const open = [...root.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent);
  const focused = [...root.querySelectorAll(focusable)].findIndex((each) => each === document.activeElement);
  return { scroll: window.scrollY, open: new Set(open), focused };
}

function putBack(root: HTMLElement, { scroll, open, focused }: Hold): void {
  for (const details of root.querySelectorAll('details')) {
    if (open.has(details.querySelector('summary')?.textContent ?? '')) details.open = true;
  }
  const next = focused < 0 ? null : root.querySelectorAll<HTMLElement>(focusable)[focused];
  next?.focus({ preventScroll: true });
  window.scrollTo(0, scroll);
}

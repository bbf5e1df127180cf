/** So long (in ms) may work hold up the thread that editors share: more would be felt. */
const slice = 8;

/**
 * Does `work` for each item. Whenever a slice of time is used up it waits for `breathe`, so that what came in meanwhile
 * goes first; a host that has nothing else to do gives none. `items` may change meanwhile, as with any iterator of a map.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  breathe: (() => Promise<void>) | undefined,
): Promise<void> {
  await takeSteps(stepsOf(items, work), breathe);
}

/** Takes work that knows its own steps to its end, in slices of time as `inSlices`. What it comes to. */
export async function takeSteps<T>(
  steps: Iterator<unknown, T>,
  breathe: (() => Promise<void>) | undefined,
): Promise<T> {
  let start = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!breathe || Date.now() - start < slice) continue;
    await breathe();
    start = Date.now();
  }
}

/** Takes all steps at once. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* stepsOf<T>(items: Iterable<T>, work: (item: T) => void): Generator<undefined, void> {
  for (const item of items) {
    work(item);
    yield;
  }
}

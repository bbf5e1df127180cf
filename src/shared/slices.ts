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
  let start = Date.now();
  for (const item of items) {
    work(item);
    if (!breathe || Date.now() - start < slice) continue;
    await breathe();
    start = Date.now();
  }
}

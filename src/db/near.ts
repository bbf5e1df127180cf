/** Names differ from what was meant by a slip or two; more, and it is another name. */
const maxSlips = 2;

/**
 * The name with the fewest slips (a character put in, left out, changed, or swapped with the next) from `text`, at most two,
 * and at most one in five characters; the first of equals. Null when none is so near. Case does not count.
 */
export function nearest(text: string, names: readonly string[]): string | null {
  const wanted = text.toLowerCase();
  let limit = Math.min(maxSlips, Math.floor(wanted.length / 5));
  let best: string | null = null;
  for (const name of names) {
    if (limit < 1) break;
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const slips = slipsBetween(wanted, name.toLowerCase(), limit);
    if (slips > limit) continue;
    best = name;
    limit = slips - 1;
  }
  return best;
}

/** The optimal string alignment distance, or more than `limit` as soon as it must be. */
function slipsBetween(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let slips = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    if (Math.min(...current) > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return above[b.length] ?? limit + 1;
}

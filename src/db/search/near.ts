/** Names differ from what was meant by a slip or two; more, and it is another name. */
const maxSlips = 2;

/** How many slips a name may be away from `text` and still be meant: two at most, and at most one in five characters. */
export function allowedSlips(text: string): number {
  return Math.min(maxSlips, Math.floor(text.length / 5));
}

/**
 * How many slips lie between two texts (a character put in, left out, changed, or swapped with the next: the optimal string alignment
 * distance), or more than `limit` as soon as it must be.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
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
      if (slips < least) least = slips;
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return above[b.length] ?? limit + 1;
}

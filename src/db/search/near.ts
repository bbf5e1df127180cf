/** Names differ from what was meant by a slip or two; more, and it is another name. */
const maxSlips = 2;

/** How many slips a name may be away from `text` and still be meant: two at most, and at most one in five characters. */
export function allowedSlips(text: string): number {
  return Math.min(maxSlips, Math.floor(text.length / 5));
}

/**
 * How many slips lie between two texts (a character put in, left out, changed, or swapped with the next: the optimal string alignment
 * distance), or `limit + 1` where it is more. Tries each slip where the texts part: for a limit of two that is quicker than a table, since
 * most pairs part at once and for good.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  return slipsFrom(a, 0, b, 0, limit);
}

function slipsFrom(a: string, aStart: number, b: string, bStart: number, limit: number): number {
  let i = aStart;
  let j = bStart;
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  const aLeft = a.length - i;
  const bLeft = b.length - j;
  if (Math.abs(aLeft - bLeft) > limit) return limit + 1;
  if (aLeft === 0 || bLeft === 0) return aLeft + bLeft;
  if (limit === 0) return 1;
  let least = 1 + slipsFrom(a, i + 1, b, j + 1, limit - 1);
  least = Math.min(least, 1 + slipsFrom(a, i + 1, b, j, limit - 1));
  least = Math.min(least, 1 + slipsFrom(a, i, b, j + 1, limit - 1));
  const swapped = a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j);
  return swapped ? Math.min(least, 1 + slipsFrom(a, i + 2, b, j + 2, limit - 1)) : least;
}

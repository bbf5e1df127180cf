/** Lists of numbers as bytes: for each list its length, then its numbers, as little-endian base-128 (LEB128). */

/** Unpacks `count` lists; throws a RangeError on bytes that are cut off. */
export function unpackLists(bytes: Uint8Array, count: number): number[][] {
  const lists: number[][] = [];
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('a packed list is cut off');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  for (let list = 0; list < count; list++) {
    const length = at < bytes.length ? next() : 0;
    lists.push(Array.from({ length }, next));
  }
  return lists;
}

/** So many code units are turned into a string at once: more could exhaust the stack. */
const chunk = 4096;

/** Decodes UTF-8 where no `TextDecoder` is at hand; bytes that are not UTF-8 become U+FFFD, a byte-order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (index < bytes.length) {
    const end = asciiEnd(bytes, index);
    if (end > index) {
      // `apply` takes a typed array as it is; spreading would copy it element by element.
      text += String.fromCharCode.apply(null, bytes.subarray(index, end) as unknown as number[]);
      index = end;
    } else {
      const [point, length] = decodePoint(bytes, index);
      text += String.fromCodePoint(point);
      index += length;
    }
  }
  return text;
}

/** Where the plain ASCII from `start` on ends, at most a chunk away. */
function asciiEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.length, start + chunk);
  let end = start;
  while (end < limit && (bytes[end] ?? 0x80) < 0x80) end++;
  return end;
}

const replacement = 0xfffd;

/** Second bytes that these lead bytes allow: outside, the sequence would be overlong, a surrogate, or beyond Unicode. */
const secondBytes: Readonly<Partial<Record<number, readonly [least: number, most: number]>>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
};

/** The code point at `index` and its length; a broken sequence counts up to its first wrong byte. */
function decodePoint(bytes: Uint8Array, index: number): readonly [point: number, length: number] {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return [lead, 1];
  const more =
    lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
  if (more === 0) return [replacement, 1];
  let point = lead & (0x3f >> more);
  for (let step = 1; step <= more; step++) {
    const byte = bytes[index + step] ?? 0;
    const [least, most] = (step === 1 ? secondBytes[lead] : undefined) ?? [0x80, 0xbf];
    if (byte < least || byte > most) return [replacement, step];
    point = (point << 6) | (byte & 0x3f);
  }
  return [point, more + 1];
}

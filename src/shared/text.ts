/** Decodes UTF-8 where no `TextDecoder` is at hand; bytes that are not UTF-8 become U+FFFD, a byte-order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let units: number[] = [];
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (index < bytes.length) {
    const [point, length] = decodePoint(bytes, index);
    index += length;
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    if (units.length >= 4096) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

const replacement = 0xfffd;

/** Lead byte -> how many bytes follow, which bits of it count, and the least point that needs so many. */
function decodePoint(bytes: Uint8Array, index: number): readonly [point: number, length: number] {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return [lead, 1];
  const more =
    lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
  if (more === 0) return [replacement, 1];
  let point = lead & (0x3f >> more);
  for (let step = 1; step <= more; step++) {
    const byte = bytes[index + step] ?? 0;
    if ((byte & 0xc0) !== 0x80) return [replacement, step];
    point = (point << 6) | (byte & 0x3f);
  }
  const least = more === 3 ? 0x10000 : more === 2 ? 0x800 : 0x80;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || point > 0x10ffff || isSurrogate ? [replacement, more + 1] : [point, more + 1];
}

import { inflateSync } from 'node:zlib';

/** Width and height of a PNG whose every part reads as the format says; throws where one does not. */
export function readPng(bytes: Buffer): { readonly width: number; readonly height: number } {
  const signature = bytes.subarray(0, 8).toString('latin1');
  if (signature !== '\x89PNG\r\n\x1a\n') throw new Error('It does not begin as a PNG does.');
  const parts = [...chunks(bytes)];
  const header = parts.find(({ type }) => type === 'IHDR')?.data;
  if (!header || parts.at(-1)?.type !== 'IEND') throw new Error('Its head or its end is missing.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const pixels = inflateSync(
    Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  // Each line has a byte for its filter in front; 8 bits a channel, of which there are three or four.
  const channels = header[9] === 6 ? 4 : 3;
  if (pixels.length !== height * (1 + width * channels))
    throw new Error('It has not the pixels that it says.');
  return { width, height };
}

function* chunks(bytes: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    yield {
      type: bytes.subarray(at + 4, at + 8).toString('latin1'),
      data: bytes.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
}

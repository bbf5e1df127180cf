/** A file's bytes as its packer took them. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { XzReadableStream } from 'xz-decompress';

export type Chunks = AsyncIterable<Uint8Array>;

/** How a file is unpacked, by the end of its name. */
const unpackers: Readonly<Record<string, (file: string) => Chunks>> = {
  '.gz': (file) => createReadStream(file).pipe(createGunzip()),
  '.xz': (file) => {
    const packed = Readable.toWeb(
      createReadStream(file, { highWaterMark: 1 << 20 }),
    ) as ReadableStream<Uint8Array>;
    return webChunks(new XzReadableStream(packed) as ReadableStream<Uint8Array>);
  },
  '.zst': zstdChunks,
};

/** The bytes of a file, a chunk at a time, which are valid until the next one is asked for. */
export function unpacked(file: string): Chunks {
  const end = Object.keys(unpackers).find((suffix) => file.toLowerCase().endsWith(suffix));
  const open = end === undefined ? undefined : unpackers[end];
  return open ? open(file) : (createReadStream(file) as Chunks);
}

async function* webChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // The decompressor hands out views of its own memory.
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* zstdChunks(file: string): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let ended = false;
  const decompress = new Decompress((chunk, last) => {
    ready.push(chunk);
    ended ||= last === true;
  });
  for await (const packed of createReadStream(file) as Chunks) {
    decompress.push(packed);
    yield* ready;
    ready = [];
  }
  decompress.push(new Uint8Array(), true);
  yield* ready;
}

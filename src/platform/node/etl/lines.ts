/** A text file's lines, packed or not, a chunk at a time: no file is ever in memory as a whole. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { XzReadableStream } from 'xz-decompress';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { english } from '../../../shared/message';
import { reasonOf } from '../files';

type Chunks = AsyncIterable<Uint8Array>;

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

/** Lines that are no longer than this; a longer one is no record, and is handed on cut off. */
const longestLine = 64 << 20;

/** The lines of a file, those of one chunk at a time. A file that cannot be read or unpacked is the user's to know. */
export async function* lineChunks(file: string): AsyncGenerator<string[]> {
  const end = Object.keys(unpackers).find((suffix) => file.toLowerCase().endsWith(suffix));
  const open = end === undefined ? createReadStream : unpackers[end];
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of (open ?? createReadStream)(file) as Chunks) {
      const lines = (
        rest + decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
      ).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine)
        throw new UserError(message('{0} has a line of more than {1} characters', file, longestLine));
      yield lines;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(message('cannot read {0}: {1}', file, english(reasonOf(error))));
  }
  rest += decoder.end();
  if (rest !== '') yield [rest];
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

/** A text file's lines, packed or not, a chunk at a time: no file is ever in memory as a whole. */
import { StringDecoder } from 'node:string_decoder';
import { english, message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { reasonOf } from '../files';
import { unpackedInThread } from './threads';
import { unpacked } from './unpack';

/** Lines that are no longer than this; a longer one is no record, and is handed on cut off. */
const longestLine = 64 << 20;

/**
 * The lines of a file, those of one chunk at a time. A file that cannot be read or unpacked is the user's to know.
 * @param thread the script of the threads that help, where there are any
 */
export async function* lineChunks(file: string, thread: string | null = null): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of thread === null ? unpacked(file) : unpackedInThread(thread, file)) {
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

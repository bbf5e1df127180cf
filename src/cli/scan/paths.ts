import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { reasonOf } from '../../platform/node/files';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';

/** The paths that a scan was given, one after the other: a list may be longer than what fits in memory. */
export async function* pathsOf(paths: readonly string[], list: string | undefined): AsyncGenerator<string> {
  for (const path of paths) {
    if (path === '-') yield* linesOf(process.stdin);
    else yield path;
  }
  if (list === '-') yield* linesOf(process.stdin);
  else if (list !== undefined) yield* listed(list);
}

async function* listed(file: string): AsyncGenerator<string> {
  try {
    yield* linesOf(createReadStream(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(message('{0}: {1}', file, english(reasonOf(error))));
  }
}

/** Lines that say something; `#` begins a remark. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  // The interface alone would lose an error of its input.
  const failed = new Promise<never>((_resolve, reject) => input.once('error', reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done) return;
    const line = next.value.trim();
    if (line !== '' && !line.startsWith('#')) yield line;
  }
}

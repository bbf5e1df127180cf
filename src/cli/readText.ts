import { readFile } from 'node:fs/promises';
import { reasonOf } from '../platform/node/files';
import { english, message } from '../shared/message';
import { UserError } from '../shared/result';

/** The text of a file that an option names; `-` is stdin. */
export async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await readStdin() : await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(message('{0}: {1}', file, english(reasonOf(error))));
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

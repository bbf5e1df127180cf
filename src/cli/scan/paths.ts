import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { reasonOf } from '../../platform/node/files';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';

/** Where the paths of a scan come from. */
export interface PathSources {
  /** As typed; `-` is stdin. */
  readonly paths: readonly string[];
  /** A file of paths, in which `#` begins a remark; `-` is stdin. */
  readonly list: string | undefined;
  /** Whether the paths of stdin end with NUL, as those of `git ls-files -z` do, and not with a line. */
  readonly nul: boolean;
}

/** The paths that a scan was given, one after the other: a list may be longer than what fits in memory. */
export async function* pathsOf({ paths, list, nul }: PathSources): AsyncGenerator<string> {
  for (const path of paths) {
    if (path === '-') yield* names(process.stdin, nul);
    else yield path;
  }
  if (list === '-') yield* entries(process.stdin);
  else if (list !== undefined) yield* listed(list);
}

/** Paths as another program prints them: every character counts. */
async function* names(input: Readable, nul: boolean): AsyncGenerator<string> {
  for await (const piece of pieces(input, nul ? '\0' : '\n')) {
    const name = nul ? piece : piece.replace(/\r$/, '');
    if (name.includes('\0')) throw new UserError(message('the paths of stdin end with NUL: say --null'));
    if (name !== '') yield name;
  }
}

async function* listed(file: string): AsyncGenerator<string> {
  try {
    yield* entries(createReadStream(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(message('{0}: {1}', file, english(reasonOf(error))));
  }
}

/** The lines of a list that say something. */
async function* entries(input: Readable): AsyncGenerator<string> {
  for await (const piece of pieces(input, '\n')) {
    const line = piece.trim();
    if (line !== '' && !line.startsWith('#')) yield line;
  }
}

async function* pieces(input: Readable, separator: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const parts = (rest + chunk).split(separator);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

/** A file of the reference folder as rows. */
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { XzReadableStream } from 'xz-decompress';
import type { Facts } from '../../../src/db/etl/statement';

export type Row = Readonly<Record<string, string>>;

/** A JSON file, taken to be of the shape that its reader names. */
export const readJson = <T>(folder: string, path: string) =>
  JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
/** A CSV file with a header. */
export const readCsv = (folder: string, path: string) =>
  parse(readFileSync(join(folder, path)), { columns: true, relax_quotes: true, bom: true }) as Row[];

/** The lines of an .xz file, one at a time: the listing unpacked would not be small. */
export async function* xzLines(file: string): AsyncGenerator<string> {
  const packed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const input = Readable.fromWeb(new XzReadableStream(packed) as never);
  yield* createInterface({ input, crlfDelay: Infinity });
}

/** A description of which only `known` is known. */
export function emptyDescription(
  known: Partial<NonNullable<Facts['description']>>,
): NonNullable<Facts['description']> {
  const empty = {
    frameworks: [],
    languages: [],
    baseModels: [],
    datasets: [],
    papers: [],
    gated: null,
    created: null,
  };
  return { task: null, library: null, ...empty, ...known };
}

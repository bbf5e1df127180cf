import { createReadStream, existsSync } from 'node:fs';
import { reasonOf } from '../../platform/node/files';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';

/** What an output file of a list holds already. */
export interface Done {
  readonly roots: ReadonlySet<string>;
  /** Bytes of its whole records; a run that was killed may have left half a one behind them. */
  readonly size: number;
}

const newline = 0x0a;

/** Reads the roots of the records of an NDJSON file, keeping one record in memory at a time. */
export async function readDone(file: string): Promise<Done> {
  const roots = new Set<string>();
  let size = 0;
  if (!existsSync(file)) return { roots, size };
  let parts: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        const line = Buffer.concat([...parts, chunk.subarray(from, end)]);
        const root = rootOf(line.toString('utf8'));
        if (root === null)
          throw new UserError(message('{0} is no output of a list: it cannot be resumed', file));
        roots.add(root);
        size += line.length + 1;
        parts = [];
        from = end + 1;
      }
      parts.push(chunk.subarray(from));
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(message('{0}: {1}', file, english(reasonOf(error))));
  }
  return { roots, size };
}

function rootOf(line: string): string | null {
  try {
    const { root } = JSON.parse(line) as { root?: unknown };
    return typeof root === 'string' ? root : null;
  } catch {
    return null;
  }
}

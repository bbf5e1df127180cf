import { createReadStream, existsSync } from 'node:fs';
import { reasonOf } from '../../platform/node/files';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { FailTest } from '../failOn';

/** What an output file of a list holds already. */
export interface Done {
  readonly roots: ReadonlySet<string>;
  /** Whether one of its records fails what `--fail-on` asks. */
  readonly failed: boolean;
  /** Bytes of its whole records; a run that was killed may have left half a one behind them. */
  readonly size: number;
}

const newline = 0x0a;

/** Reads the records of an NDJSON file, keeping one in memory at a time. */
export async function readDone(file: string, fails: FailTest): Promise<Done> {
  const roots = new Set<string>();
  let failed = false;
  let size = 0;
  if (!existsSync(file)) return { roots, failed, size };
  let parts: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        const line = Buffer.concat([...parts, chunk.subarray(from, end)]);
        const record = recordOf(line.toString('utf8'));
        if (record === null)
          throw new UserError(message('{0} is no output of a list: it cannot be resumed', file));
        roots.add(record.root);
        failed ||= fails.findings(record.findings);
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
  return { roots, failed, size };
}

function recordOf(line: string): { readonly root: string; readonly findings: unknown } | null {
  try {
    const { root, findings } = JSON.parse(line) as { root?: unknown; findings?: unknown };
    return typeof root === 'string' ? { root, findings } : null;
  } catch {
    return null;
  }
}

import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { Target } from '../formats';
import { openLines, writeOutput, writeStdout } from '../output';
import { readDone } from './resume';

/** Where the reports of many repositories go, one after the other. */
export interface Sink {
  /** Whether a repository is there already. */
  has(root: string): boolean;
  /** False when nobody reads any more. */
  add(report: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the sink of a format: records to stdout or, line by line, to a file that can be gone on with; tables in one piece. */
export async function openSink({ format, output }: Target, resume: boolean): Promise<Sink> {
  if (format !== 'ndjson' && format !== 'table')
    throw new UserError(message('--format {0} describes one PATH; use --format ndjson for several', format));
  if (resume && (format !== 'ndjson' || output === undefined))
    throw new UserError(message('--resume needs an --output of NDJSON'));
  if (output === undefined) return { has: () => false, add: writeStdout, close: () => Promise.resolve() };
  return format === 'ndjson' ? recordsIn(output, resume) : tablesIn(output);
}

async function recordsIn(output: string, resume: boolean): Promise<Sink> {
  const done = resume ? await readDone(output) : { roots: new Set<string>(), size: 0 };
  const lines = await openLines(output, done.size);
  return {
    has: (root) => done.roots.has(root),
    add: async (report) => {
      await lines.add(report.trimEnd());
      return true;
    },
    close: () => lines.close(),
  };
}

function tablesIn(output: string): Sink {
  const tables: string[] = [];
  return {
    has: () => false,
    add: (report) => Promise.resolve(tables.push(report) > 0),
    close: () => writeOutput(tables.join(''), output),
  };
}

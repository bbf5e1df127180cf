import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { FailTest } from '../failOn';
import type { Target } from '../formats';
import { openLines, writeOutput, writeStdout } from '../output';
import { readDone } from './resume';

/** Where the reports of many repositories go, one after the other. */
export interface Sink {
  /** Whether a repository is there already. */
  has(root: string): boolean;
  /** Whether one that was there already fails what `--fail-on` asks. */
  readonly failed: boolean;
  /** False when nobody reads any more. */
  add(report: string): Promise<boolean>;
  close(): Promise<void>;
}

const fresh = { has: () => false, failed: false } as const;

/** Opens the sink of a format: records to stdout or, line by line, to a file that can be gone on with; tables in one piece. */
export async function openSink({ format, output }: Target, resume: FailTest | null): Promise<Sink> {
  if (resume && (format !== 'ndjson' || output === undefined))
    throw new UserError(message('--resume needs an --output of NDJSON'));
  if (output === undefined) return { ...fresh, add: writeStdout, close: () => Promise.resolve() };
  return format === 'ndjson' ? recordsIn(output, resume) : tablesIn(output);
}

/** @param resume null begins anew; else what is in the file stays, and is held against the test */
async function recordsIn(output: string, resume: FailTest | null): Promise<Sink> {
  const done = resume && (await readDone(output, resume));
  const lines = await openLines(output, done?.size ?? 0);
  return {
    has: (root) => done?.roots.has(root) ?? false,
    failed: done?.failed ?? false,
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
    ...fresh,
    add: (report) => Promise.resolve(tables.push(report) > 0),
    close: () => writeOutput(tables.join(''), output),
  };
}

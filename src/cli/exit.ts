import { english } from '../shared/message';
import { printable } from '../shared/printable';
import { UserError } from '../shared/result';

/** What the process ends with (DESIGN section 8). */
export const ExitCode = { done: 0, findings: 1, usage: 2 } as const;

/** Says on stderr what went wrong and answers the exit code. A bug keeps its stack; an expected error is one sentence. */
export function reportFailure(error: unknown): number {
  if (error instanceof UserError) process.stderr.write(`ptm-lens: ${printable(english(error.reason))}\n`);
  else
    process.stderr.write(
      `ptm-lens: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  return ExitCode.usage;
}

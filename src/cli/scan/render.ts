import { spawnSync } from 'node:child_process';
import type { ReportInput } from '../../report/input';
import { formatTable } from '../../report/render';
import { tableReport } from '../../report/table';
import type { Target } from '../formats';
import { paintFor } from '../paint';

/** The text of a report, in pieces where it may be long. */
export async function reportPieces(input: ReportInput, target: Target): Promise<Iterable<string>> {
  const { pieces } = target.format === 'table' ? {} : formatTable[target.format];
  return pieces ? pieces(input) : [await renderReport(input, target)];
}

/** The text of a report. */
export async function renderReport(input: ReportInput, { format, output }: Target): Promise<string> {
  if (format === 'table') return tableReport(input, paintFor(output === undefined && process.stdout.isTTY));
  return formatTable[format].render(input);
}

/**
 * The time that a report says it was made at, so that the same commit gives the same bytes: that of a reproducible build, else of the
 * last commit, else now.
 */
export function createdTime(root: string): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? lastCommit(root);
  const seconds = /^\d{1,11}$/.test(epoch) ? Number(epoch) : Date.now() / 1000;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

function lastCommit(root: string): string {
  const { stdout } = spawnSync('git', ['-C', root, 'log', '-1', '--format=%ct'], { encoding: 'utf8' });
  // No git, no text.
  return typeof stdout === 'string' ? stdout.trim() : '';
}

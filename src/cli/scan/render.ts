import type { ReportInput } from '../../report/input';
import { formatTable } from '../../report/render';
import { tableReport } from '../../report/table';
import type { Target } from '../formats';
import { paintFor } from '../paint';

/** The text of a report. */
export async function renderReport(input: ReportInput, { format, output }: Target): Promise<string> {
  if (format === 'table') return tableReport(input, paintFor(output === undefined && process.stdout.isTTY));
  return formatTable[format].render(input);
}

/** Now, or the time that a reproducible build says it is. */
export function createdNow(): string {
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']);
  const time =
    process.env['SOURCE_DATE_EPOCH'] && Number.isSafeInteger(epoch) ? new Date(epoch * 1000) : new Date();
  return `${time.toISOString().slice(0, 19)}Z`;
}

import { type FileFormat, fileFormats, formatTable } from '../report/render';
import { message } from '../shared/message';
import { UserError } from '../shared/result';

/** What `--format` takes: a table for people, or one that a file can have. */
export const scanFormats = ['table', ...fileFormats] as const;
export type ScanFormat = (typeof scanFormats)[number];

/** One report that a scan writes, and where. */
export interface Target {
  readonly format: ScanFormat;
  /** Undefined is stdout. */
  readonly output: string | undefined;
}

/** Pairs each `--format` with the `--output` of the same rank. A file without a format has that of its ending. */
export function targetsOf(formats: readonly ScanFormat[], outputs: readonly string[]): Target[] {
  const twice = outputs.find((output, index) => outputs.indexOf(output) !== index);
  if (twice !== undefined) throw new UserError(message('--output {0} is said twice', twice));
  if (formats.length === 0 && outputs.length > 0)
    return outputs.map((output) => ({ format: formatOf(output), output }));
  if (formats.length <= 1 && outputs.length <= 1)
    return [{ format: formats[0] ?? 'table', output: outputs[0] }];
  if (formats.length !== outputs.length)
    throw new UserError(
      message('{0} --format and {1} --output: each needs the other', formats.length, outputs.length),
    );
  return formats.map((format, index) => ({ format, output: outputs[index] }));
}

/** The format whose ending a file has; the longest ending counts, and a table is what is left. */
function formatOf(file: string): ScanFormat {
  const fits = fileFormats.filter((format) => file.toLowerCase().endsWith(formatTable[format].ending));
  const longest = (a: FileFormat, b: FileFormat) =>
    formatTable[b].ending.length - formatTable[a].ending.length;
  return fits.sort(longest)[0] ?? 'table';
}

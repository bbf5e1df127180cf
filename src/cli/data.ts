import { Option } from 'commander';
import { writeOutput } from './output';

/** How a command that answers one question writes: for a person, or for a program. */
export type DataFormat = 'text' | 'json';

/** The `--format` of such a command. */
export function dataFormat(): Option {
  return new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text');
}

/** Writes `data` as JSON, or the text that is made for a person. */
export function writeData(format: DataFormat, data: unknown, text: () => string): Promise<void> {
  return writeOutput(format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text(), undefined);
}

import { type Command, Option } from 'commander';
import { diffMarkdown, diffReports, diffTable, type ModelChange, parseReport } from '../report/diff';
import { english, message } from '../shared/message';
import { UserError } from '../shared/result';
import { ExitCode } from './exit';
import { writeOutput } from './output';
import { readText } from './readText';

const writers = {
  table: diffTable,
  json: (changes: readonly ModelChange[]) => `${JSON.stringify({ version: 1, changes }, null, 2)}\n`,
  markdown: diffMarkdown,
} as const;

interface DiffOptions {
  readonly format: keyof typeof writers;
}

/** `ptm-lens diff OLD NEW` */
export function defineDiff(command: Command): void {
  command
    .argument('<old>', 'a report of scan --format json; - is stdin')
    .argument('<new>', 'another')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(Object.keys(writers)).default('table'),
    )
    .option('--catalog <file>', 'accepted as everywhere; a comparison needs no catalogue')
    .addHelpText(
      'after',
      '\nExample:\n  git show main:inventory.json | ptm-lens diff - inventory.json\n\nExit code: 0 nothing changed, 1 something did, 2 wrong usage or no such report.\n',
    )
    .action(async (before: string, after: string, { format }: DiffOptions) => {
      if (before === '-' && after === '-') throw new UserError(message('only one of the two can be stdin'));
      const changes = diffReports(await read(before), await read(after));
      await writeOutput(writers[format](changes), undefined);
      if (changes.length > 0) process.exitCode = ExitCode.findings;
    });
}

async function read(file: string) {
  const parsed = parseReport(await readText(file));
  if (!parsed.ok) throw new UserError(message('{0}: {1}', file, english(parsed.error)));
  return parsed.value;
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import { defaultJobs, parseJobs } from './jobs';
import { type ScanFormat, scanFormats } from './formats';

/** What `scan` was asked for. */
export interface ScanOptions {
  readonly format: readonly ScanFormat[];
  readonly output: readonly string[];
  readonly failOn?: string;
  readonly policy?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly list?: string;
  readonly null?: boolean;
  readonly resume?: boolean;
  readonly catalog?: string;
  readonly jobs: number;
  /** False with `--no-cache`. */
  readonly cache: boolean;
}

const examples = `
Examples:
  ptm-lens scan .                                          a table
  ptm-lens scan . --output models.cdx.json                 a bill of materials; the ending says which format
  ptm-lens scan . --format sarif --output ptm.sarif --format html --output ptm.html
  ptm-lens scan . --fail-on warning --baseline .ptm-lens-baseline.json
  ptm-lens scan --list clones.txt --output all.ndjson --resume
  git diff --name-only --diff-filter=d -z main | ptm-lens scan - --null --fail-on warning

Files of one project make one report; the project of a file is its git work tree, or its folder.

Exit code: 0 done, 1 a finding that --fail-on names, 2 wrong usage or a file that cannot be read or written, 130 Ctrl-C.
`;

/** `ptm-lens scan PATH…` */
export function defineScan(command: Command): void {
  command
    .argument('[path...]', 'folders or files; - reads them from stdin, one a line')
    .addOption(
      new Option('--format <format>', `how to write it: ${scanFormats.join(', ')}`)
        .argParser(collectFormat)
        .default([], 'table'),
    )
    .option(
      '--output <file>',
      'write to FILE instead of stdout; may be said once for each --format',
      collect,
      [],
    )
    .option(
      '--fail-on <rule|severity>',
      'exit with 1 when a finding of this rule, or of at least this severity, is left',
    )
    .option('--policy <file>', "this policy instead of the project's own")
    .option('--baseline <file>', 'findings in FILE are known and fail nothing')
    .option('--write-baseline <file>', 'write the findings that are there now to FILE')
    .option('--list <file>', 'scan the paths in FILE, one a line; one NDJSON record each')
    .option('-0, --null', 'the paths on stdin end with NUL, as git ls-files -z prints them')
    .option('--resume', 'go on with the --output of a list: leave out what is in it')
    .option('--catalog <file>', 'use another catalogue')
    .option('--jobs <n>', 'threads', parseJobs, defaultJobs)
    .option('--no-cache', 'neither read nor write the scan cache')
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: ScanOptions) => {
      await (await import('./scan/run')).runScan(paths, options);
    });
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function collectFormat(value: string, before: readonly ScanFormat[]): ScanFormat[] {
  const format = scanFormats.find((one) => one === value);
  if (!format) throw new InvalidArgumentError(`Allowed choices are ${scanFormats.join(', ')}.`);
  return [...before, format];
}

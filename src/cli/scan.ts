import { realpathSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Inventory } from '../inventory/types';
import { cacheFolder } from '../platform/node/cache';
import { locate, reasonOf } from '../platform/node/files';
import { jsonReport, type ReportInput } from '../report/json';
import { tableReport } from '../report/table';
import { allRules } from '../rules/registry';
import { type RuleId, severities, type Severity } from '../rules/finding';
import { english, message } from '../shared/message';
import { UserError } from '../shared/result';
import { ExitCode } from './exit';
import { writeOutput } from './output';
import { paintFor } from './paint';
import { defaultJobs, nodeInventory, parseJobs, requireCatalogue, type ScanSetup } from './parts';
import { showProgress } from './progress';

interface ScanOptions {
  readonly format: Format;
  readonly output?: string;
  readonly failOn?: string;
  readonly catalog?: string;
  readonly jobs: number;
  /** False with `--no-cache`. */
  readonly cache: boolean;
}

const formats = ['table', 'json', 'ndjson'] as const;
type Format = (typeof formats)[number];

/** `ptm-lens scan PATH…` */
export function addScanCommand(program: Command): void {
  program
    .command('scan')
    .description('Finds the models that the code below PATH loads, and what their licences mean for it.')
    .argument('<path...>', 'folders or files')
    .addOption(new Option('--format <format>', 'how to write it').choices(formats).default('table'))
    .option('--output <file>', 'write to FILE instead of stdout')
    .option(
      '--fail-on <rule|severity>',
      'exit with 1 when a finding of this rule, or of at least this severity, is left',
    )
    .option('--catalog <file>', 'use another catalogue')
    .option('--jobs <n>', 'threads', parseJobs, defaultJobs)
    .option('--no-cache', 'neither read nor write the scan cache')
    .addHelpText(
      'after',
      '\nExamples:\n  ptm-lens scan .\n  ptm-lens scan . --format json --output inventory.json --fail-on warning\n',
    )
    .action(scan);
}

async function scan(paths: readonly string[], options: ScanOptions): Promise<void> {
  const fails = failTest(options.failOn);
  if (paths.length > 1 && options.format === 'json') {
    throw new UserError(message('--format json describes one PATH; use --format ndjson for several'));
  }
  const setup: ScanSetup = {
    catalogue: await requireCatalogue(options.catalog),
    jobs: options.jobs,
    cacheFolder: options.cache ? cacheFolder() : null,
  };
  const reports: string[] = [];
  let failed = false;
  for (const path of paths) {
    const scanned = await scanPath(path, setup);
    reports.push(render(scanned, options));
    failed ||= fails(scanned.inventory);
  }
  await writeOutput(reports.join(''), options.output);
  if (failed) process.exitCode = ExitCode.findings;
}

async function scanPath(path: string, setup: ScanSetup): Promise<ReportInput> {
  const { root, only } = await locate(path).catch((error: unknown) => {
    throw new UserError(message('{0}: {1}', path, english(reasonOf(error))));
  });
  const inventory = nodeInventory(root, setup);
  const progress = showProgress(path);
  try {
    await inventory.scan(progress.report, { cancelled: false }, only === null ? undefined : [only]);
    return { root: realpathSync(root), inventory: inventory.current, localize: english };
  } finally {
    progress.end();
    inventory.dispose();
  }
}

function render(input: ReportInput, { format, output }: ScanOptions): string {
  switch (format) {
    case 'table':
      return tableReport(input, paintFor(output === undefined && process.stdout.isTTY));
    case 'json':
      return `${JSON.stringify(jsonReport(input), null, 2)}\n`;
    case 'ndjson':
      return `${JSON.stringify(jsonReport(input))}\n`;
  }
}

/** Whether an inventory holds a finding that `--fail-on` names. Without the option nothing fails. */
function failTest(failOn: string | undefined): (inventory: Inventory) => boolean {
  if (failOn === undefined) return () => false;
  const threshold = severities.indexOf(failOn as Severity);
  const rule = allRules.find(({ id }) => id === failOn)?.id;
  if (threshold < 0 && rule === undefined) {
    throw new UserError(
      message('--fail-on: "{0}" is neither a severity ({1}) nor a rule', failOn, severities.join(', ')),
    );
  }
  const matches = (id: RuleId, severity: Severity) =>
    threshold < 0 ? id === rule : severities.indexOf(severity) <= threshold;
  return ({ projectFindings, files }) =>
    [...projectFindings, ...files.flatMap(({ findings }) => findings)].some(
      (finding) => finding.suppressed === null && matches(finding.rule, finding.severity),
    );
}

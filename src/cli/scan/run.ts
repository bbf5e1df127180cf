import { cacheFolder } from '../../platform/node/cache';
import { type Baseline, baselineText, parseBaseline } from '../../report/baseline';
import type { ReportInput } from '../../report/input';
import { english, message } from '../../shared/message';
import { printable } from '../../shared/printable';
import { UserError } from '../../shared/result';
import { ExitCode } from '../exit';
import { failTest } from '../failOn';
import { type Target, targetsOf } from '../formats';
import { onInterrupt } from '../interrupt';
import { requireCatalogue } from '../parts';
import { readPolicyFile } from '../policyFile';
import { readText } from '../readText';
import type { ScanOptions } from '../scan';
import { writeOutput } from '../output';
import type { ScanSetup } from './inventory';
import { locatePath, scanOne } from './one';
import { pathsOf } from './paths';
import { createdTime, renderReport } from './render';
import { openSink, type Sink } from './sink';

/** Runs `ptm-lens scan`. */
export async function runScan(paths: readonly string[], options: ScanOptions): Promise<void> {
  const targets = targetsOf(
    options.list === undefined ? options.format : listFormat(options),
    options.output,
  );
  if (paths.length === 0 && options.list === undefined)
    throw new UserError(message('a PATH is needed, or --list FILE'));
  const baseline = options.baseline === undefined ? null : await readBaseline(options.baseline);
  const fails = failTest(options.failOn, baseline);
  const setup = await setupOf(options);
  const interrupt = onInterrupt(() => undefined);
  try {
    const isOne = paths.length === 1 && paths[0] !== '-' && options.list === undefined;
    const failed = isOne
      ? await runOne(paths[0] ?? '', { options, targets, baseline, setup, fails })
      : await runMany(paths, { options, targets, baseline, setup, fails });
    if (failed && process.exitCode === undefined) process.exitCode = ExitCode.findings;
  } finally {
    interrupt.dispose();
    setup.catalogue.dispose();
  }
}

interface Run {
  readonly options: ScanOptions;
  readonly targets: readonly Target[];
  readonly baseline: Baseline | null;
  readonly setup: ScanSetup;
  readonly fails: (inventory: ReportInput['inventory']) => boolean;
}

async function runOne(path: string, { options, targets, baseline, setup, fails }: Run): Promise<boolean> {
  if (options.resume) throw new UserError(message('--resume goes with --list'));
  const scanned = await scanOne(await locatePath(path), setup);
  const input = { ...scanned, baseline, created: createdTime(scanned.root) };
  for (const target of targets) await writeOutput(await renderReport(input, target), target.output);
  if (options.writeBaseline === undefined) return fails(scanned.inventory);
  await writeOutput(baselineText([scanned.inventory]), options.writeBaseline);
  return false;
}

/** Many repositories, each forgotten when its record is written. One that cannot be scanned is said, and the others go on. */
async function runMany(paths: readonly string[], { options, targets, setup, fails }: Run): Promise<boolean> {
  const [target, second] = targets;
  if (!target || second) throw new UserError(message('several PATHs make one report; say one --format'));
  if (options.baseline !== undefined || options.writeBaseline !== undefined)
    throw new UserError(message('a baseline belongs to one PATH'));
  const sink = await openSink(target, options.resume ?? false);
  let failed = false;
  try {
    for await (const path of pathsOf(paths, options.list)) {
      const answer = await scanInto(sink, path, target, setup);
      if (answer === 'closed') break;
      if (answer === null) process.exitCode = ExitCode.usage;
      else failed ||= fails(answer.inventory);
    }
  } finally {
    await sink.close();
  }
  return failed;
}

type Answer = Pick<ReportInput, 'inventory'> | 'closed' | null;

const nothing: Answer = {
  inventory: { files: [], projects: [], projectFindings: [], scanned: 0, skipped: [] },
};

async function scanInto(sink: Sink, path: string, target: Target, setup: ScanSetup): Promise<Answer> {
  let scanned: ReportInput;
  try {
    const located = await locatePath(path);
    if (sink.has(located.root)) return nothing;
    scanned = await scanOne(located, setup);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`ptm-lens: ${printable(english(error.reason))}\n`);
    return null;
  }
  return (await sink.add(await renderReport(scanned, target))) ? scanned : 'closed';
}

/** A list is written as records, whatever its length. */
function listFormat({ format }: ScanOptions): ScanOptions['format'] {
  if (format.some((one) => one !== 'ndjson')) throw new UserError(message('--list is written as ndjson'));
  return ['ndjson'];
}

async function readBaseline(file: string): Promise<Baseline> {
  const parsed = parseBaseline(await readText(file));
  if (!parsed.ok) throw new UserError(message('{0}: {1}', file, english(parsed.error)));
  return parsed.value;
}

async function setupOf({ catalog, jobs, cache, policy }: ScanOptions): Promise<ScanSetup> {
  const today = new Date().toISOString().slice(0, 10);
  return {
    ...(policy === undefined ? {} : { policy: await readPolicyFile(policy, today) }),
    catalogue: await requireCatalogue(catalog),
    jobs,
    cacheFolder: cache ? cacheFolder() : null,
  };
}

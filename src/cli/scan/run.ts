import { cacheFolder } from '../../platform/node/cache';
import { optimiseLess } from '../../platform/node/compiler';
import { workTree } from '../../platform/node/workTree';
import { type Baseline, baselineText, parseBaseline } from '../../report/baseline';
import type { ReportInput } from '../../report/input';
import { english, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import { ExitCode, reportFailure } from '../exit';
import { type FailTest, failTest } from '../failOn';
import { type Target, targetsOf } from '../formats';
import { onInterrupt } from '../interrupt';
import { writeOutput } from '../output';
import { readPolicyFile } from '../policyFile';
import { readText } from '../readText';
import type { ScanOptions } from '../scan';
import { ScanCatalogue } from './catalogue';
import type { ScanSetup } from './inventory';
import { scanOne } from './one';
import { pathsOf } from './paths';
import { type Project, projectsOf } from './projects';
import { createdTime, renderReport, reportPieces } from './render';
import { openSink } from './sink';

/** Runs `ptm-lens scan`. */
export async function runScan(paths: readonly string[], options: ScanOptions): Promise<void> {
  if (paths.length === 0 && options.list === undefined)
    throw new UserError(message('a PATH is needed, or --list FILE'));
  const targets = targetsOf(
    options.list === undefined ? options.format : listFormat(options),
    options.output,
  );
  const baseline = options.baseline === undefined ? null : await readBaseline(options.baseline);
  const fails = failTest(options.failOn, baseline);
  optimiseLess();
  const setup = await setupOf(options);
  const run = { options, targets, baseline, setup, fails };
  const interrupt = onInterrupt(() => undefined);
  try {
    const sources = { paths, list: options.list, nul: options.null ?? false };
    const projects = projectsOf(pathsOf(sources), say);
    const failed = isStream(paths, run) ? await runMany(projects, run) : await runOne(projects, run);
    if (failed && process.exitCode === undefined) process.exitCode = ExitCode.findings;
  } finally {
    interrupt.dispose();
    await setup.catalogue.dispose();
  }
}

interface Run {
  readonly options: ScanOptions;
  readonly targets: readonly Target[];
  readonly baseline: Baseline | null;
  readonly setup: ScanSetup;
  readonly fails: FailTest;
}

/** Whether reports follow each other, as tables and records can; the rest describes one project, and so does a baseline. */
function isStream(paths: readonly string[], { options, targets }: Run): boolean {
  if (options.list !== undefined) return true;
  const oneReport = options.baseline !== undefined || options.writeBaseline !== undefined;
  const [target] = targets;
  const canFollow = targets.length === 1 && (target?.format === 'table' || target?.format === 'ndjson');
  return canFollow && !oneReport && (paths.length > 1 || paths[0] === '-');
}

/** What cannot be scanned is said, and the others go on. */
function say(error: UserError): void {
  process.exitCode = reportFailure(error);
}

async function runOne(projects: AsyncIterable<Project>, run: Run): Promise<boolean> {
  const { options, targets, baseline, setup, fails } = run;
  if (options.resume) throw new UserError(message('--resume goes with --list'));
  const project = await onlyOne(projects);
  if (!project) return false;
  const scanned = await scanOne(project, setup);
  const repository = workTree(scanned.root);
  let created: ReturnType<typeof createdTime> | undefined;
  const input = {
    ...scanned,
    baseline,
    // Git is asked for it, and most formats name no time; all that do name the same.
    get created() {
      return (created ??= createdTime(scanned.root));
    },
    ...(repository === null ? {} : { repository }),
  };
  for (const target of targets) await writeOutput(await reportPieces(input, target), target.output);
  if (options.writeBaseline === undefined) return fails.inventory(scanned.inventory);
  await writeOutput(baselineText([scanned.inventory]), options.writeBaseline);
  return false;
}

/** The project that one report describes; null where no path led to any. */
async function onlyOne(projects: AsyncIterable<Project>): Promise<Project | null> {
  let only: Project | null = null;
  for await (const project of projects) {
    if (only)
      throw new UserError(
        message(
          '{0} and {1} are two projects: use --format ndjson, one record each',
          only.path,
          project.path,
        ),
      );
    only = project;
  }
  return only;
}

/** Many repositories, each forgotten when its record is written. */
async function runMany(projects: AsyncIterable<Project>, run: Run): Promise<boolean> {
  const { options, targets, setup, fails } = run;
  const [target, second] = targets;
  if (!target || second) throw new UserError(message('a list makes one report; say one --output'));
  if (options.baseline !== undefined || options.writeBaseline !== undefined)
    throw new UserError(message('a baseline belongs to one PATH'));
  // What is wrong with the catalogue is said once, not of each repository.
  await setup.catalogue.open();
  const sink = await openSink(target, options.resume ? fails : null);
  let { failed } = sink;
  try {
    for await (const project of projects) {
      if (sink.has(project.root)) continue;
      const scanned = await scanOrSay(project, setup);
      if (!scanned) continue;
      failed ||= fails.inventory(scanned.inventory);
      if (!(await sink.add(await renderReport(scanned, target)))) break;
    }
  } finally {
    await sink.close();
  }
  return failed;
}

async function scanOrSay(project: Project, setup: ScanSetup): Promise<ReportInput | null> {
  try {
    return await scanOne(project, setup);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(error);
    return null;
  }
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
  const folder = cache ? cacheFolder() : null;
  const today = new Date().toISOString().slice(0, 10);
  return {
    ...(policy === undefined ? {} : { policy: await readPolicyFile(policy, today) }),
    catalogue: new ScanCatalogue(catalog, folder),
    jobs,
    cacheFolder: folder,
  };
}

import type { Command } from 'commander';
import type { BuildReport, BuildRequest } from '../platform/node/etl/build';
import { environmentToken } from '../platform/node/hubEnvironment';
import { dist } from './dist';

interface BuildOptions {
  readonly from: readonly string[];
  readonly output: string;
}

/** `ptm-lens catalog build` */
export function addBuildCommand(catalog: Command): void {
  catalog
    .command('build')
    .description(
      'Builds a catalogue from other sources. Of several, the one named first counts, fact by fact.',
    )
    .requiredOption(
      '--from <kind:path...>',
      'peatmoss:FILE, listing:FILE (JSON lines, also .gz, .xz, .zst), tables:FOLDER, cards:FILE, pytorch-hub:PATH, hub:top=N',
    )
    .requiredOption('--output <file>', 'the catalogue to write')
    .addHelpText(
      'after',
      '\nExample:\n  ptm-lens catalog build --from listing:models_2024-07-11.jsonl.xz peatmoss:PeaTMOSS.db --output catalog.sqlite\n',
    )
    .action(async ({ from, output }: BuildOptions) => {
      const report = await stoppable((signal) => build(from, output, signal));
      process.stderr.write(summary(report, output));
    });
}

async function build(from: readonly string[], output: string, signal: AbortSignal): Promise<BuildReport> {
  // Only this command needs it, and its SQLite takes a while to load.
  const { buildFrom } = await import('../platform/node/etl/buildFrom');
  const line = progressLine();
  const token = environmentToken(process.env);
  try {
    return await buildFrom({ from, output, dist, token, signal, progress: line.report });
  } finally {
    line.end();
  }
}

/** Runs what a first Ctrl-C stops in order; a second one ends the process as ever. */
async function stoppable<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await run(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** A line on stderr, when that is a terminal. */
function progressLine() {
  const { stderr } = process;
  const words = { read: 'read', write: 'written' };
  const report: BuildRequest['progress'] = (stage, done) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[Kmodels ${words[stage]}: ${done.toLocaleString('en')}`);
  };
  return { report, end: () => void (stderr.isTTY && stderr.write('\r\u001b[K')) };
}

function summary({ meta, statements, skipped, passed }: BuildReport, output: string): string {
  const left = skipped + passed;
  const number = (value: number) => value.toLocaleString('en');
  return [
    `${output}: ${number(meta.counts.models)} models from ${number(statements)} records\n`,
    left > 0 ? `${number(left)} records were left out: no JSON, or no usable id\n` : '',
  ].join('');
}

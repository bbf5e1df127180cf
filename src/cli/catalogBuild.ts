import type { Command } from 'commander';
import type { BuildReport, BuildRequest } from '../platform/node/etl/build';
import type { Extracted } from '../platform/node/etl/source';
import type { AliasRow } from '../db/etl/load';
import { message } from '../shared/message';
import { UserError } from '../shared/result';
import { hubSource } from './hubSource';
import { requireCatalogue } from './parts';

interface BuildOptions {
  readonly from: readonly string[];
  readonly output: string;
}

/** A source, and what to do when the catalogue is written. */
export interface OpenedSource extends Extracted {
  readonly done?: () => void;
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
  // Only this command needs them, and their SQLite takes a while to load.
  const { buildCatalogueFile } = await import('../platform/node/etl/build');
  const { openFileSource } = await import('../platform/node/etl/kinds');
  const sources = from.map((text): OpenedSource => {
    const [, kind = '', path = ''] = /^([\w-]+):(.+)$/s.exec(text) ?? [];
    if (kind === '') throw new UserError(message('"{0}" is not KIND:PATH', text));
    return kind === 'hub' ? hubSource(path, `${output}.hub-journal`, signal) : openFileSource(kind, path);
  });
  const aliases = await shippedAliases();
  const line = progressLine();
  try {
    const report = await buildCatalogueFile({ sources, aliases, output, signal, progress: line.report });
    for (const { done } of sources) done?.();
    return report;
  } finally {
    line.end();
  }
}

/** Moves of the hub and short names of libraries hold for every catalogue. */
async function shippedAliases(): Promise<AliasRow[]> {
  const shipped = await requireCatalogue(undefined);
  const sql = 'SELECT alias, library, kind, model, hub FROM aliases';
  const answer = shipped.query(sql, { maxRows: 1_000_000 });
  shipped.dispose();
  if (!answer.ok) throw new UserError(answer.error);
  return answer.value.rows.map(([alias, library, kind, id, hub]) => ({
    alias: String(alias),
    library: String(library),
    kind: kind as AliasRow['kind'],
    id: String(id),
    hub: hub as AliasRow['hub'],
  }));
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

import { type Command, InvalidArgumentError } from 'commander';
import type { ModelRecord } from '../db/record';
import { printable } from '../shared/printable';
import { type DataFormat, dataFormat, writeData } from './data';
import { requireCatalogue } from './parts';

interface SearchOptions {
  readonly task?: string;
  readonly library?: string;
  readonly license?: string;
  readonly limit: number;
  readonly format: DataFormat;
  readonly catalog?: string;
}

/** `ptm-lens search TEXT` */
export function defineSearch(command: Command): void {
  command
    .argument('[words...]')
    .option('--task <task>', 'only this task, as the hub names it')
    .option('--library <library>', 'only this library')
    .option('--license <licence>', 'only this licence, as the hub names it')
    .option('--limit <n>', 'at most so many', parseLimit, 20)
    .addOption(dataFormat())
    .option('--catalog <file>', 'use another catalogue')
    .addHelpText('after', '\nExample:\n  ptm-lens search multilingual embedding --license mit\n')
    .action(async (words: readonly string[], { format, catalog, ...query }: SearchOptions) => {
      const hits = (await requireCatalogue(catalog)).search({ ...query, text: words.join(' ') });
      await writeData(format, hits, () => hits.map(line).join(''));
    });
}

function line({ id, license, downloads, task }: ModelRecord): string {
  const facts = [license?.id ?? 'no licence', task ?? '', downloads === null ? '' : `${downloads} downloads`];
  return `${printable(id)}  ${printable(facts.filter(Boolean).join(', '))}\n`;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw new InvalidArgumentError('a whole number from 1 to 10000 is needed');
}

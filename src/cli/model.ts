import type { Command } from 'commander';
import type { Lookup, ModelRecord } from '../db/record';
import { message, english } from '../shared/message';
import { printable } from '../shared/printable';
import { type DataFormat, dataFormat, writeData } from './data';
import { requireCatalogue } from './parts';
import { expectLittleWork } from './quickStart';

interface ModelOptions {
  readonly library: string;
  readonly format: DataFormat;
  readonly catalog?: string;
}

/** `ptm-lens model ID` */
export function defineModel(command: Command): void {
  command
    .argument('<id>', 'as the source writes it: an old id, a short name, any case')
    .option('--library <library>', 'the library that loads it, whose short names then count', '')
    .addOption(dataFormat())
    .option('--catalog <file>', 'use another catalogue')
    .addHelpText(
      'after',
      '\nExamples:\n  ptm-lens model bert-base-uncased\n  ptm-lens model en_core_web_sm --library spacy\n',
    )
    .action(async (id: string, { library, format, catalog }: ModelOptions) => {
      expectLittleWork();
      const catalogue = await requireCatalogue(catalog);
      const lookup = catalogue.lookup({ hub: 'huggingface', library, written: id });
      await writeData(format, lookup, () => text(lookup, id));
    });
}

function text(lookup: Lookup, id: string): string {
  if (!('record' in lookup)) {
    const asOf = lookup.answer === 'not-in-catalog' ? lookup.asOf : '';
    return `${english(message('{0} is not in the catalogue (as of {1})', printable(id), asOf))}\n`;
  }
  const { record, alias } = lookup;
  const found = alias ? `${record.id}  (${alias.kind}: ${alias.from})` : record.id;
  const rows = recordRows(record).filter(([, value]) => value !== '');
  return `${printable(found)}\n${rows.map(([name, value]) => `  ${name.padEnd(14)}${printable(value)}\n`).join('')}`;
}

function recordRows(record: ModelRecord): [string, string][] {
  const number = (value: number | null) => (value === null ? '' : grouped(value));
  const sources = Object.entries(record.sources).map(
    ([group, { name, date }]) => `${group}: ${name}, ${date}`,
  );
  return [
    ['licence', record.license ? (record.license.name ?? record.license.id) : 'none declared'],
    ['downloads', number(record.downloads)],
    ['likes', number(record.likes)],
    ['task', record.task ?? ''],
    ['library', record.library ?? ''],
    ['parameters', number(record.parameters)],
    ['base models', record.baseModels.join(', ')],
    ['datasets', record.datasets.join(', ')],
    ['languages', record.languages.join(', ')],
    ['used by', record.reuse === null ? '' : `${record.reuse} PeaTMOSS repositories`],
    ['sources', sources.join('; ')],
  ];
}

/** Digits in groups of three. `toLocaleString` loads the tables of all languages first, which takes 30 ms. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

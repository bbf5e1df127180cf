import { type Command, InvalidArgumentError } from 'commander';
import type { Catalogue } from '../db/catalogue';
import type { ModelRecord } from '../db/record';
import type { WantedFields } from '../db/search/cards';
import { judge } from '../licenses/judge';
import { declaredLicense } from '../licenses/names/declared';
import { parseLicense } from '../licenses/names/parse';
import { message } from '../shared/message';
import { printable } from '../shared/printable';
import { UserError } from '../shared/result';
import { type DataFormat, dataFormat, writeData } from './data';
import { requireCatalogue } from './parts';

interface SearchOptions {
  readonly task?: string;
  readonly library?: string;
  readonly license?: string;
  readonly field: WantedFields;
  readonly like?: string;
  readonly usableIn?: string;
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
    .option('--field <name=text>', 'only where this card field holds the text; may be repeated', addField, {})
    .option('--like <id>', 'alternatives to this model: same task and library, nearly its size first')
    .option('--usable-in <licence>', 'only what a project under this licence may use without a condition')
    .option('--limit <n>', 'at most so many', parseLimit, 20)
    .addOption(dataFormat())
    .option('--catalog <file>', 'use another catalogue')
    .addHelpText(
      'after',
      '\nExamples:\n  ptm-lens search multilingual embedding --license mit\n  ptm-lens search --field datasets=squad\n  ptm-lens search --like facebook/bart-large-cnn --usable-in Apache-2.0\n',
    )
    .action(async (words: readonly string[], { format, catalog, ...options }: SearchOptions) => {
      const hits = find(await requireCatalogue(catalog), { ...options, text: words.join(' ') });
      await writeData(format, hits, () => hits.map(line).join(''));
    });
}

type Wanted = Omit<SearchOptions, 'format' | 'catalog'> & { readonly text: string };

/** Models that `limit` is counted among. */
const considered = 10_000;

function find(catalogue: Catalogue, { field, like, usableIn, limit, ...query }: Wanted): ModelRecord[] {
  const isUsable = usableIn === undefined ? () => true : usableUnder(usableIn);
  if (like !== undefined) {
    const model = requireRecord(catalogue, like);
    return catalogue.alternatives(model, limit, isUsable);
  }
  if (usableIn === undefined) return catalogue.search({ ...query, fields: field, limit });
  return catalogue
    .search({ ...query, fields: field, limit: considered })
    .filter(isUsable)
    .slice(0, limit);
}

function requireRecord(catalogue: Catalogue, written: string): ModelRecord {
  const lookup = catalogue.lookup({ hub: 'huggingface', library: '', written });
  if ('record' in lookup) return lookup.record;
  const near = catalogue.near(written);
  throw new UserError(
    near === null
      ? message('{0} is not in the catalogue', written)
      : message('{0} is not in the catalogue; did you mean {1}?', written, near),
  );
}

/** Whether a project under a licence may name a model: as `ptm-lens license` judges it. */
function usableUnder(text: string): (record: ModelRecord) => boolean {
  const project = parseLicense(text);
  return ({ license }) =>
    judge({ model: declaredLicense(license), project, relation: 'referenced', use: null }).kind ===
    'compatible';
}

function addField(text: string, fields: WantedFields): WantedFields {
  const [, name = '', value = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === '') throw new InvalidArgumentError('NAME=TEXT is needed');
  return { ...fields, [name]: value };
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

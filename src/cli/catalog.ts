import type { Command } from 'commander';
import type { CatalogueInfo } from '../db/record';
import { addBuildCommand } from './catalogBuild';
import { type DataFormat, dataFormat, writeData } from './data';
import { requireCatalogue } from './parts';

interface InfoOptions {
  readonly format: DataFormat;
  readonly catalog?: string;
}

/** `ptm-lens catalog …` */
export function defineCatalog(catalog: Command): void {
  catalog
    .command('info')
    .description('How many records the catalogue has, and how many of them know each fact.')
    .addOption(dataFormat())
    .option('--catalog <file>', 'use another catalogue')
    .action(async ({ format, catalog: file }: InfoOptions) => {
      const info = (await requireCatalogue(file)).info();
      await writeData(format, info, () => text(info));
    });
  addBuildCommand(catalog);
}

function text(info: CatalogueInfo): string {
  const { sources, ...facts } = info;
  const rows = Object.entries(facts).map(
    ([name, value]) => `${name.padEnd(14)}${value.toLocaleString('en')}\n`,
  );
  return `${rows.join('')}sources\n${sources.map(({ name, date }) => `  ${name}, ${date}\n`).join('')}`;
}

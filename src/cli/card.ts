import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Card, CardSubject } from '../cards/card';
import { askForFields } from '../cards/asked/ask';
import { completeness } from '../cards/completeness';
import { extractCard } from '../cards/extract';
import { wait } from '../platform/node/fetch';
import { endpointModel } from '../platform/node/languageModel';
import { cardText } from '../present/cardText';
import { neverCancelled } from '../shared/fetch';
import { english, message } from '../shared/message';
import { printable } from '../shared/printable';
import { UserError } from '../shared/result';
import { type DataFormat, dataFormat, writeData } from './data';
import { requireCatalogue } from './parts';

interface CardOptions {
  readonly lm?: string;
  readonly lmModel?: string;
  readonly format: DataFormat;
  readonly catalog?: string;
}

/** `ptm-lens card FILE|ID` */
export function defineCard(command: Command): void {
  command
    .argument('<card>', 'a card (README.md), a folder that holds one, or a model id')
    .option(
      '--lm <url>',
      'ask this language model for what is missing (any OpenAI-compatible address, Ollama too)',
    )
    .option('--lm-model <name>', 'which model of it')
    .addOption(dataFormat())
    .option('--catalog <file>', 'use another catalogue')
    .addHelpText(
      'after',
      '\nA key for the language model is read from PTM_LENS_LM_KEY.\n\nExamples:\n  ptm-lens card models/mine/README.md\n  ptm-lens card README.md --lm http://localhost:11434/v1 --lm-model llama3.2\n',
    )
    .action(async (name: string, options: CardOptions) => {
      const file = await cardFile(name);
      if (file === null) return writeRecordCard(name, options);
      const { card, refused } = await askedCard(file.text, extractCard(file.text, { id: file.id }), options);
      const data = {
        fields: card.fields,
        ...completeness(card.fields),
        refused,
        problems: card.problems.map(english),
      };
      await writeData(options.format, data, () => cardText(card, refused, english));
    });
}

/** The text of a card on disk and what its folder calls the model, or null when the name is no path of one. */
async function cardFile(name: string): Promise<{ readonly text: string; readonly id: string } | null> {
  const kind = await stat(name).catch(() => null);
  if (!kind) return null;
  const file = kind.isDirectory() ? join(name, 'README.md') : name;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError(message('cannot read {0}: {1}', file, String(error)));
  });
  return { text, id: basename(dirname(resolve(file))) };
}

async function askedCard(
  text: string,
  card: Card,
  { lm, lmModel }: CardOptions,
): Promise<{ readonly card: Card; readonly refused: number }> {
  if (lm === undefined) return { card, refused: 0 };
  if (lmModel === undefined) throw new UserError(message('--lm needs --lm-model as well'));
  const key = process.env['PTM_LENS_LM_KEY'];
  const ask = endpointModel({ url: lm, model: lmModel, ...(key ? { key } : {}) });
  const asked = await askForFields(text, card, ask, neverCancelled, wait);
  if (!asked.ok) throw new UserError(asked.error);
  return asked.value;
}

/** What the catalogue keeps of a model's card. */
async function writeRecordCard(id: string, { format, catalog }: CardOptions): Promise<void> {
  const lookup = (await requireCatalogue(catalog)).lookup({ hub: 'huggingface', library: '', written: id });
  if (!('record' in lookup))
    throw new UserError(message('{0} is neither a card on disk nor a model of the catalogue', id));
  const { record } = lookup;
  const subject: CardSubject = {
    id: record.id,
    tags: record.frameworks,
    ...(record.task ? { task: record.task } : {}),
    libraries: record.library ? [record.library] : [],
  };
  const known = extractCard('', subject);
  const rows = Object.entries(record.card).map(([name, value]): [string, string] => [
    name,
    [value].flat().join(', '),
  ]);
  await writeData(format, { id: record.id, card: record.card, fields: known.fields }, () =>
    rows.length === 0
      ? `${english(message('The catalogue keeps nothing of the card of {0}', printable(record.id)))}\n`
      : rows.map(([name, value]) => `${name.padEnd(20)}${printable(value)}\n`).join(''),
  );
}

/**
 * `tsx scripts/cards/sample.ts DIR [--count N] [--seed N]`: the fields of cards drawn at random (the same ones for the same seed), to be
 * checked by hand against the cards.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CardSubject, FieldValue } from '../../src/cards/card';
import { fieldNames } from '../../src/cards/card';
import { extractCard } from '../../src/cards/extract';
import { readSubjects } from './subjects';

function main(): void {
  const args = process.argv.slice(2);
  const number = (name: string, otherwise: number) => {
    const at = args.indexOf(name);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  const folder = args[0] ?? '';
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const subjects = readSubjects();
  for (const file of shuffled(files, number('--seed', 8)).slice(0, number('--count', 30)))
    show(folder, file, subjects);
}

/** Fisher and Yates, with a generator that is the same everywhere. */
function shuffled(files: readonly string[], seed: number): string[] {
  const order = [...files];
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? '';
    order[last] = order[other] ?? '';
    order[other] = kept;
  }
  return order;
}

function show(folder: string, file: string, subjects: (id: string) => CardSubject): void {
  const id = basename(file, '.md').replace('__', '/');
  const { fields, problems } = extractCard(readFileSync(join(folder, file), 'utf8'), subjects(id));
  process.stdout.write(`\n### ${id}${problems.map(({ text }) => ` !${text}`).join('')}\n`);
  for (const name of fieldNames) {
    const values = fields[name];
    if (values.length > 0)
      process.stdout.write(
        `  ${name}: ${values.slice(0, 8).map(brief).join(' ; ')}${values.length > 8 ? ` +${values.length - 8}` : ''}\n`,
      );
  }
}

function brief({ name, dataset, value, unit, link, source, evidence }: FieldValue): string {
  const parts = [
    name,
    dataset,
    typeof value === 'string' ? value.slice(0, 110) : value,
    unit,
    link === value ? undefined : link?.slice(0, 60),
  ];
  return `${parts.filter((part) => part !== undefined).join('|')} [${source} ${evidence.startLine + 1}]`;
}

main();

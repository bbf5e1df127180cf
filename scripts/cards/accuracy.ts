/**
 * `npm run accuracy:cards -- DIR [--truth FILE] [--list] [--json]`: how far the extracted fields agree with the hand-checked ones of the
 * PeaTMOSS paper, for the cards `*.md` under DIR (ids with `__` for `/`). The rule stands in `agreement.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractCard } from '../../src/cards/extract';
import { type Cell, compare, comparisons, type Truth } from './agreement';
import { readSubjects } from './subjects';

type Truths = Readonly<Record<string, Readonly<Record<string, Truth>>>>;

/** Of the 24 cards every second, by name, was looked at while the rules were written; the others were not. */
type Half = 'looked at' | 'held out' | 'all';

function main(): void {
  const args = process.argv.slice(2);
  const folder = args.find((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--truth');
  if (!folder) throw new Error('usage: npm run accuracy:cards -- DIR [--truth FILE] [--list] [--json]');
  const cells = measure(
    folder,
    readTruth(folder, args[args.indexOf('--truth') + 1], args.includes('--truth')),
  );
  if (args.includes('--json')) return void process.stdout.write(`${JSON.stringify(cells, null, 1)}\n`);
  for (const half of ['looked at', 'held out', 'all'] as const) report(half, cells);
  if (args.includes('--list')) list(cells);
}

function readTruth(folder: string, file: string | undefined, isGiven: boolean): Truths {
  const places = ['', '..', '../peatmoss', '../../peatmoss'].map((up) =>
    join(folder, up, 'card-fields-50.json'),
  );
  const path = isGiven && file ? file : places.find((place) => existsSync(place));
  if (!path) throw new Error(`no card-fields-50.json beside ${folder}: say --truth FILE`);
  return JSON.parse(readFileSync(path, 'utf8')) as Truths;
}

function measure(folder: string, truths: Truths): (Cell & { half: Half })[] {
  const subjects = readSubjects();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
  const checked = files.flatMap((file) => {
    const id = basename(file, '.md').replace('__', '/');
    const truth = truths[id];
    return truth ? [{ id, truth, text: readFileSync(join(folder, file), 'utf8') }] : [];
  });
  if (checked.length === 0) throw new Error(`no card under ${folder} has a truth`);
  process.stdout.write(`${checked.length} cards with a truth, of ${files.length} files\n`);
  return checked.flatMap(({ id, truth, text }, index) =>
    compare(id, text, extractCard(text, subjects(id)), truth).map((cell) => ({
      ...cell,
      half: index % 2 === 0 ? ('looked at' as const) : ('held out' as const),
    })),
  );
}

function report(half: Half, all: readonly (Cell & { half: Half })[]): void {
  const cells = half === 'all' ? all : all.filter((cell) => cell.half === half);
  process.stdout.write(
    `\n${half}\n${'field'.padEnd(22)}${'filled'.padStart(14)}${'empty'.padStart(14)}${'both'.padStart(14)}\n`,
  );
  for (const field of [...comparisons.map(({ truth }) => truth), 'ALL']) {
    const of = field === 'ALL' ? cells : cells.filter((cell) => cell.field === field);
    if (of.length === 0) continue;
    const columns = [of.filter(({ filled }) => filled), of.filter(({ filled }) => !filled), of].map(share);
    process.stdout.write(`${field.padEnd(22)}${columns.map((column) => column.padStart(14)).join('')}\n`);
  }
}

function share(cells: readonly Cell[]): string {
  if (cells.length === 0) return '-';
  const right = cells.filter(({ agrees }) => agrees).length;
  return `${right}/${cells.length} ${Math.round((100 * right) / cells.length)}%`;
}

function list(cells: readonly (Cell & { half: Half })[]): void {
  for (const { id, field, truth, ours, agrees, half } of cells)
    if (!agrees)
      process.stdout.write(
        `\n${field} · ${id} (${half})\n  truth ${truth.slice(0, 400)}\n  ours  ${ours.slice(0, 600)}\n`,
      );
}

main();

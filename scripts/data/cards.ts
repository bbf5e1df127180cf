/** Card fields of the 50 models that the PeaTMOSS authors checked by hand: facts (names, numbers), no sentences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedValue } from '../../src/db/etl/cards';

type Cell = string | readonly Cell[] | { readonly [name: string]: Cell } | number | null;

/** A value of more words is somebody's sentence, not a fact. */
const mostWords = 10;

/** Fields that cards fill with sentences: whether there is one is the fact, and a link in it. */
const proseFields = new Set([
  'limitation_and_bias',
  'code_demo',
  'input_format',
  'output_format',
  'input_preprocessing',
]);

/** Model id -> field -> value or values. */
export function readCards(
  folder: string,
  presentId: (id: string) => string,
): Record<string, Record<string, string | string[]>> {
  const truth = JSON.parse(readFileSync(join(folder, 'peatmoss/card-fields-50.json'), 'utf8')) as Record<
    string,
    Record<string, Cell>
  >;
  const cards = Object.entries(truth).map(([id, fields]) => {
    const facts = Object.entries(fields)
      .map(([name, cell]) => [camelCase(name), fieldFacts(name, cell)] as const)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values] as const);
    return [presentId(id), Object.fromEntries(facts)] as const;
  });
  return Object.fromEntries(cards.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fieldFacts(name: string, cell: Cell): string[] {
  const facts = factsOf(cell);
  if (!proseFields.has(name)) return facts;
  const links = facts.filter((fact) => fact.startsWith('https://'));
  return links.length > 0 || !isFilled(cell) ? links : ['on the card'];
}

function isFilled(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null ? Object.values(cell).some(isFilled) : Boolean(cell);
}

function factsOf(cell: Cell): string[] {
  if (cell === null) return [];
  if (typeof cell === 'number') return [String(cell)];
  if (typeof cell === 'string') return factOf(cell.trim());
  if (Array.isArray(cell)) return (cell as readonly Cell[]).flatMap(factsOf);
  const named = namedValue(cell as Readonly<Record<string, Cell>>);
  if (named) return factOf(named);
  return Object.entries(cell).flatMap(([name, value]) =>
    factsOf(value as Cell).map((fact) => `${name}: ${fact}`),
  );
}

function factOf(text: string): string[] {
  if (text === '') return [];
  if (text.split(/\s+/).length <= mostWords) return [text];
  return text.match(/https:\/\/[^\s()]+/g)?.slice(0, 1) ?? [];
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

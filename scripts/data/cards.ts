/** Card fields of the 50 models that the PeaTMOSS authors checked by hand: facts (names, numbers), no sentences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Cell = string | readonly Cell[] | { readonly [name: string]: Cell } | number | null;

/** Fields that are names or numbers; of the others only a short value is a fact, a longer one is somebody's sentence. */
const longestFact = 120;

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
      .map(([name, cell]) => [camelCase(name), factsOf(cell)] as const)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values] as const);
    return [presentId(id), Object.fromEntries(facts)] as const;
  });
  return Object.fromEntries(cards.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function factsOf(cell: Cell): string[] {
  if (cell === null) return [];
  if (typeof cell === 'number') return [String(cell)];
  if (typeof cell === 'string') return cell.trim() && cell.length <= longestFact ? [cell.trim()] : [];
  if (Array.isArray(cell)) return (cell as readonly Cell[]).flatMap(factsOf);
  return Object.entries(cell).flatMap(([name, value]) =>
    factsOf(value as Cell).map((fact) => `${name}: ${fact}`),
  );
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The paper's enhanced metadata (fields that were extracted from model cards) -> card fields. */
import type { CardFields } from '../record';
import type { FactSources, Statement } from './statement';

type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell };

/** Longer values are the card's prose; the card is where to read it. */
const longestValue = 300;

/** Fields that lie one level deeper in the paper's schema. */
const nested = ['pre_processed_metadata', 'extract_metadata'];

/**
 * The statements of one metadata document: an object from id to fields, or a list of objects that name their model.
 * Flat fields (the paper's ground truth) and the nested ones of its schema are read alike.
 */
export function cardStatements(document: unknown, sources: FactSources): Statement[] {
  if (Array.isArray(document)) {
    return document.flatMap((item: unknown) => {
      if (!isObject(item)) return [];
      const id = item['context_id'] ?? item['model_id'] ?? item['id'] ?? item['name'];
      return typeof id === 'string' ? [statementOf(id, item, sources)] : [];
    });
  }
  if (!isObject(document)) return [];
  return Object.entries(document).flatMap(([id, fields]) =>
    isObject(fields) ? [statementOf(id, fields, sources)] : [],
  );
}

function statementOf(id: string, fields: { readonly [name: string]: Cell }, sources: FactSources): Statement {
  const flat = Object.entries(fields).flatMap(([name, cell]) =>
    nested.includes(name) && isObject(cell) ? Object.entries(cell) : [[name, cell] as const],
  );
  const card: Record<string, CardFields[string]> = {};
  for (const [name, cell] of flat) {
    if (identifying.has(name)) continue;
    const values = valuesOf(cell).filter((value) => value !== '' && value.length <= longestValue);
    if (values.length > 0) card[camelCase(name)] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return { id, hub: 'huggingface', facts: { card }, sources };
}

const identifying = new Set(['context_id', 'model_id', 'id', 'name']);

function valuesOf(cell: Cell): string[] {
  if (cell === null) return [];
  if (Array.isArray(cell)) return (cell as readonly Cell[]).flatMap(valuesOf);
  if (isObject(cell)) {
    const named = namedValue(cell);
    if (named) return [named];
    return Object.entries(cell).flatMap(([name, value]) =>
      valuesOf(value).map((text) => (text === '' ? '' : `${name}: ${text}`)),
    );
  }
  return [String(cell).trim()];
}

/** The schema's entries of two or three parts: what an entry is called, what it was measured on, its value. */
const entryParts: readonly (readonly [name: readonly string[], on: string, value: readonly string[]])[] = [
  [['test/metric', 'test', 'metric'], 'dataset', ['result']],
  [['hyper_parameter'], '', ['value']],
];

/** `accuracy (CoNLL): 90.3` for `{ test: accuracy, dataset: CoNLL, result: 90.3 }`; null where an entry has another shape. */
export function namedValue(cell: { readonly [name: string]: Cell }): string | null {
  const textAt = (names: readonly string[]) => {
    const found = names
      .map((name) => cell[name])
      .find((one) => typeof one === 'string' || typeof one === 'number');
    return found === undefined ? '' : String(found).trim();
  };
  for (const [names, on, values] of entryParts) {
    const [name, value, data] = [textAt(names), textAt(values), textAt([on])];
    if (name && value) return `${name}${data ? ` (${data})` : ''}: ${value}`;
  }
  return null;
}

function isObject(value: unknown): value is { readonly [name: string]: Cell } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** What the index is told of one model. Texts come as the catalogue's numbers, 0 for none. */
export interface SearchEntry {
  readonly owner: number;
  /** What follows the owner in the id. */
  readonly name: string;
  /** Place in `hubs`. */
  readonly hub: number;
  readonly downloads: number | null;
  readonly parameters: number | null;
  readonly task: number;
  readonly library: number;
  readonly license: number;
}

/** Terms that a search may be narrowed to. */
export const terms = ['task', 'library', 'license'] as const;
export type Term = (typeof terms)[number];

/** Whether a model has the wanted terms, without case: `Apache-2.0` as well as `apache-2.0`. */
export function hasTerms(
  model: Readonly<Record<Term, string | null>>,
  wanted: Readonly<Partial<Record<Term, string>>>,
): boolean {
  return terms.every((term) => (wanted[term] ?? model[term])?.toLowerCase() === model[term]?.toLowerCase());
}

/** Steps to a doubling of `scaleOf`: 255 of them reach 2^42. */
export const scaleSteps = 6;

/** A number of any size in a byte, so that near numbers have near bytes. 0 for unknown. */
export function scaleOf(value: number | null): number {
  return value === null || value < 1 ? 0 : Math.min(255, 1 + Math.round(Math.log2(value) * scaleSteps));
}

/**
 * How near another model's scale is to a wanted one: nearly the size (half to twice), of unknown size, another size. Where the wanted
 * one is unknown, all are alike.
 */
export function sizeGroup(wanted: number, other: number): 0 | 1 | 2 {
  if (wanted === 0 || other === 0) return 1;
  return Math.abs(other - wanted) <= scaleSteps ? 0 : 2;
}

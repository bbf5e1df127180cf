import type { CardFieldValues, FieldName } from './card';

/** What people need from a card before they build on a model, and the fields that answer it: any of them will do. */
export const needed = {
  license: ['license'],
  datasets: ['datasets'],
  metrics: ['evaluation'],
  limitations: ['limitationAndBias'],
  'base model': ['baseModel'],
  carbon: ['carbonEmitted'],
} as const satisfies Record<string, readonly FieldName[]>;

export type Need = keyof typeof needed;

/** What a card gives of that, and what it leaves open. */
export interface Completeness {
  readonly given: readonly Need[];
  readonly missing: readonly Need[];
}

/** Holds a card against the needs. A model that is trained from nothing has no base model: missing is not always a fault. */
export function completeness(fields: CardFieldValues): Completeness {
  const all = Object.keys(needed) as Need[];
  const isGiven = (need: Need) => needed[need].some((field) => fields[field].length > 0);
  return { given: all.filter(isGiven), missing: all.filter((need) => !isGiven(need)) };
}

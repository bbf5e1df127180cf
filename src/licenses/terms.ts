import table from '../../data/licenses/terms.json';

/** A term that is granted or not; `?` when nobody here has read it. */
export type Answer = 'yes' | 'no' | '?';

/** How far share-alike reaches: changed files, the library, adaptations of the material, or the whole work. */
export type ShareScope = 'none' | 'file' | 'library' | 'derivative' | 'work' | '?';

/**
 * What the row rests on: the whole text; single clauses, as others quote them; what the author, the hub, SPDX, the Free Software
 * Foundation or Creative Commons publish about it; nothing. A term that the reading does not answer is `?`.
 */
export type Reading = 'text' | 'clauses' | 'published' | 'none';

/** What a licence allows and asks: one row of `data/licenses/terms.json`. */
export interface Terms {
  /** SPDX id, or the name that the hub uses. */
  readonly id: string;
  readonly name: string;
  /** The family that the row belongs to, for grouping. */
  readonly kind: string;
  /** `limited`: allowed below a threshold or after registration. */
  readonly commercial: Answer | 'limited';
  /** May it be passed on at all? */
  readonly distribute: Answer;
  /** May what is derived from it be passed on? */
  readonly derive: Answer;
  /** May it be offered to others as a service? */
  readonly serve: Answer;
  readonly share: ShareScope;
  /** Does offering it over a network count as passing it on? */
  readonly network: Answer;
  /** `notice`: keep the notices; `name`: show a given name besides. */
  readonly credit: 'none' | 'notice' | 'name' | '?';
  /** Restrictions on what it is used for, which must be passed on. */
  readonly restrict: Answer;
  /** Must it be accepted before it may be had? */
  readonly accept: Answer;
  /** `users 700000000`, `visits 1000000`, `revenue 1000000`, `register`; several with commas, empty for none. */
  readonly threshold: string;
  /** Which versions of the GPL a work may be under that it is part of. */
  readonly gpl: 'both' | 'v2' | 'v3' | 'no' | '?';
  /** Where its author publishes the licence. */
  readonly source: string;
  readonly read: Reading;
  /** What was read, where that is not `source`. */
  readonly at: string;
  /** ISO date of the day it was read; empty for `published` lists, which state the terms of well-known licences. */
  readonly on: string;
}

const rows: ReadonlyMap<string, Terms> = new Map(
  table.rows.map((row) => {
    const terms = Object.fromEntries(table.columns.map((column, index) => [column, row[index]]));
    // The cells are checked word by word in test/unit/licenses/terms.test.ts: the table ships with the code.
    return [terms['id'] ?? '', terms as unknown as Terms];
  }),
);

/** The terms of a licence by its canonical name, or null when the table has no row for it. */
export function termsOf(id: string): Terms | null {
  return rows.get(id) ?? null;
}

const alsoUnder: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.alsoUnder));

/** Other licences under which a share-alike licence itself lets a derived work be: its list of compatible licences, without `-only` and `-or-later`. */
export function compatibleLicenses(id: string): readonly string[] {
  return alsoUnder.get(id) ?? [];
}

/** Every row of the table. */
export function allTerms(): readonly Terms[] {
  return [...rows.values()];
}

import table from '../../data/licenses/compatibility.json';

/** What the Linux Foundation table says of a model's licence in a project under another. */
export type Cell = 'yes' | 'no' | '?';

const letters: Readonly<Record<string, Cell>> = { y: 'yes', n: 'no', '=': 'yes', '?': '?' };
const columns: ReadonlyMap<string, number> = new Map(table.models.map((id, index) => [id, index]));
const rows: ReadonlyMap<string, string> = new Map(Object.entries(table.projects));

/** The table's cell for two SPDX ids; null when either is not in the table. The blank diagonal is `yes`. */
export function compatibilityCell(project: string, model: string): Cell | null {
  const column = columns.get(model);
  const letter = column === undefined ? undefined : rows.get(project)?.[column];
  return letter === undefined ? null : (letters[letter] ?? '?');
}

/** The licences that the table knows: those of projects (rows) and of what they use (columns). */
export function tableLicenses(): {
  readonly projects: readonly string[];
  readonly models: readonly string[];
} {
  return { projects: [...rows.keys()], models: table.models };
}

import { compatibilityCell, type Cell } from '../compatibility';
import { compatibleLicenses, type Terms, termsOf } from '../terms';

/** One licence of the project, or why there is none to compare with. */
export type ProjectSide =
  | { readonly kind: 'license'; readonly id: string; readonly terms: Terms | null }
  /** No licence is declared: judged by what the model asks of anyone. */
  | { readonly kind: 'none' }
  /** A licence is declared that has no name here. */
  | { readonly kind: 'unnamed'; readonly text: string };

/** One licence of the model. */
export interface ModelSide {
  readonly id: string;
  readonly terms: Terms | null;
  /** The Linux Foundation table knows plain licences only. */
  readonly inTable: boolean;
}

/** Exceptions that take nothing from, and add nothing to, what the table says of the licence. */
const harmless: ReadonlySet<string> = new Set(['LLVM-exception', 'SHL-2.0', 'SHL-2.1']);

/** The model's side of a licence with or without an exception. Exceptions to the GPL let the work around it be under another licence. */
export function modelSide(id: string, exception: string | null): ModelSide {
  const terms = termsOf(id);
  if (exception === null || harmless.has(exception)) return { id, terms, inTable: true };
  const relaxed = terms?.share === 'work' ? ({ ...terms, share: 'library' } as const) : terms;
  return { id: `${id} WITH ${exception}`, terms: relaxed, inTable: false };
}

/** The project's side of one licence. */
export function projectSide(id: string): ProjectSide {
  return { kind: 'license', id, terms: termsOf(id) };
}

/** What the Linux Foundation table says, or null where it says nothing. */
export function tableAnswer(model: ModelSide, project: ProjectSide): Exclude<Cell, '?'> | null {
  if (!model.inTable || project.kind !== 'license') return null;
  const cell = compatibilityCell(project.id, model.id);
  return cell === '?' ? null : cell;
}

const gplVersions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^GPL-2\.0-only$/, ['v2']],
  [/^(GPL-[12]\.0-or-later|gpl)$/, ['v2', 'v3']],
  [/^A?GPL-3\.0-(only|or-later)$/, ['v3']],
];

/** The GPL versions that a project under this licence may be passed on under; none when it is not under the GPL. */
export function gplVersionsOf(id: string): readonly string[] {
  return gplVersions.find(([pattern]) => pattern.test(id))?.[1] ?? [];
}

/** Whether a work under the project's licence keeps what the model's share-alike asks for. */
export function keepsShareAlike(model: ModelSide, project: ProjectSide): boolean {
  if (project.kind !== 'license') return false;
  if (project.id === model.id) return true;
  const gpl = model.terms?.gpl ?? '?';
  return (
    gplVersionsOf(project.id).some((version) => gpl === 'both' || gpl === version) ||
    compatibleLicenses(model.id).includes(project.id.replace(/-(?:only|or-later)$/, '')) ||
    laterVersion(model.id, project.id)
  );
}

/** Creative Commons (from 2.0 on), and licences "or later", let an adaptation be under a later version of themselves. */
function laterVersion(model: string, project: string): boolean {
  const family = /^(.*)-(\d\.\d)(-or-later)?$/;
  const [, name, version = '', orLater] = family.exec(model) ?? [];
  const [, other, newer = ''] = family.exec(project.replace(/-only$/, '')) ?? [];
  if (name === undefined || name !== other || newer < version) return false;
  return orLater !== undefined || (/^CC-.*-SA$/.test(name) && version >= '2.0');
}

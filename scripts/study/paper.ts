import { compatibilityCell, tableLicenses } from '../../src/licenses/compatibility';
import type { Relation } from './links';

/** What the paper counts. `identical` is a tally of its own; the other three sum to all relations. */
export interface PaperFigures {
  identical: number;
  compatible: number;
  incompatible: number;
  unknown: number;
}

/** The paper's own aliases. They serve the study only: the Unlicense is a dedication, and `openrail++` is not `openrail`. */
const aliases: Readonly<Record<string, string>> = {
  'bsd-new': 'bsd-3-clause',
  'bsd-modified': 'bsd-3-clause',
  'bsd-simplified': 'bsd-2-clause',
  'openrail++': 'openrail',
  'gpl-2.0': 'gpl-2.0-only',
  'gpl-3.0': 'gpl-3.0-only',
  'gpl-3.0-plus': 'gpl-3.0-or-later',
  'agpl-3.0': 'agpl-3.0-only',
  'lgpl-2.1': 'lgpl-2.1-only',
  'lgpl-3.0': 'lgpl-3.0-only',
  'lgpl-3.0-plus': 'lgpl-3.0-or-later',
  unlicense: 'no license',
  other: 'other',
  unknown: 'other',
  'unknown-license-reference': 'other',
  'warranty-disclaimer': 'other',
  'generic-cla': 'other',
  'commercial-license': 'other',
  'other-permissive': 'other',
  'other-copyleft': 'other',
};

/** Counts as the paper does, with the Linux Foundation table alone. */
export function paperFigures(relations: readonly Relation[]): PaperFigures {
  const figures: PaperFigures = { identical: 0, compatible: 0, incompatible: 0, unknown: 0 };
  const spelling = tableSpelling();
  for (const { modelLicense, projectLicense } of relations) {
    const model = paperName(modelLicense);
    const project = paperName(projectLicense);
    if (model === project) figures.identical++;
    const cell = compatibilityCell(spelling.get(project) ?? '', spelling.get(model) ?? '');
    if (cell === 'yes') figures.compatible++;
    else if (cell === 'no') figures.incompatible++;
    else figures.unknown++;
  }
  return figures;
}

function paperName(license: string | null): string {
  const lower = (license ?? '').toLowerCase();
  return lower === '' ? 'no license' : (aliases[lower] ?? lower);
}

/** Lower-case name -> the name in our table. */
function tableSpelling(): ReadonlyMap<string, string> {
  const { projects, models } = tableLicenses();
  return new Map([...projects, ...models].map((id) => [id.toLowerCase(), id]));
}

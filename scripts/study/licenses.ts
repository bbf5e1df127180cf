/**
 * `npm run study:licenses -- DIR [--causes]`: the paper's licence study on the files of PeaTMOSS in DIR, as one JSON line: with the
 * table alone, as the paper counts, and with the terms of the licences. `--causes` adds why relations stay unknown.
 */
import type { JudgementKind } from '../../src/licenses/judgement';
import { judge } from '../../src/licenses/judge';
import { parseLicense } from '../../src/licenses/names/parse';
import { readRelations, type Relation } from './links';
import { paperFigures } from './paper';

/** The study's relation is `bundled`: the table speaks of works that are distributed together. */
function termsFigures(relations: readonly Relation[]): {
  terms: Record<JudgementKind, number>;
  causes: Record<string, number>;
} {
  const terms = { compatible: 0, incompatible: 0, conditional: 0, restricted: 0, unknown: 0 };
  const causes: Record<string, number> = {};
  for (const { modelLicense, projectLicense } of relations) {
    const model = parseLicense(modelLicense);
    const project = projectLicense === null ? null : parseLicense(projectLicense);
    const judgement = judge({ model, project, relation: 'bundled', use: null });
    terms[judgement.kind]++;
    if (judgement.kind !== 'unknown') continue;
    const cause = `${judgement.ground}: ${modelLicense}`;
    causes[cause] = (causes[cause] ?? 0) + 1;
  }
  return { terms, causes };
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run study:licenses -- DIR [--causes]');
  process.exitCode = 2;
} else {
  const { relations, skipped } = readRelations(folder);
  const { terms, causes } = termsFigures(relations);
  const figures = { relations: relations.length, skipped, table: paperFigures(relations), terms };
  console.log(JSON.stringify(process.argv.includes('--causes') ? { ...figures, causes } : figures));
}

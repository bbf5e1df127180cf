import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A repository that loads a model, with the licence that each declares, as PeaTMOSS publishes them. */
export interface Relation {
  readonly repository: string;
  readonly model: string;
  readonly modelLicense: string;
  /** Null when the scanner found none. */
  readonly projectLicense: string | null;
}

/** Reads `links.csv` and `repository-licenses.json`; the paper skips repositories for which the scanner found several licences. */
export function readRelations(folder: string): { relations: Relation[]; skipped: number } {
  const found = JSON.parse(readFileSync(join(folder, 'repository-licenses.json'), 'utf8')) as Record<
    string,
    readonly string[] | null
  >;
  const relations: Relation[] = [];
  let skipped = 0;
  for (const line of readFileSync(join(folder, 'links.csv'), 'utf8').trimEnd().split(/\r?\n/).slice(1)) {
    const [repository = '', model = '', modelLicense = ''] = line.split(',');
    const licenses = found[repository] ?? [];
    if (licenses.length > 1) skipped++;
    else relations.push({ repository, model, modelLicense, projectLicense: licenses[0] ?? null });
  }
  return { relations, skipped };
}

/** The baseline: findings that are known, so that only new ones fail a build. One line a finding, so that it merges well. */
import type { Inventory } from '../inventory/types';
import { message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import { namedFindings } from './fingerprint';

/** The fingerprints that a baseline knows. */
export type Baseline = ReadonlySet<string>;

/** Writes the findings that are left as a baseline. */
export function baselineText(inventories: readonly Inventory[]): string {
  const left = inventories.flatMap((inventory) =>
    namedFindings(inventory).filter(({ finding }) => finding.suppressed === null),
  );
  const known = [...new Set(left.map(({ fingerprint }) => fingerprint))].sort();
  return `${JSON.stringify({ version: 1, findings: known }, null, 2)}\n`;
}

/** Reads what `baselineText` wrote, or says why it is none. */
export function parseBaseline(text: string): Result<Baseline> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failure(message('not JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
  const { version, findings } = (typeof value === 'object' && value !== null ? value : {}) as {
    version?: unknown;
    findings?: unknown;
  };
  if (version !== 1) return failure(message('no baseline of version 1'));
  if (!Array.isArray(findings) || !findings.every((one): one is string => typeof one === 'string'))
    return failure(message('"findings" is not a list of texts'));
  return ok(new Set(findings));
}
